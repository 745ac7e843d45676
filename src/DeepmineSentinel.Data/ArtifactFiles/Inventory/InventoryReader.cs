using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Data.ArtifactFiles.Archives;
using DeepmineSentinel.Data.Files;

namespace DeepmineSentinel.Data.ArtifactFiles.Inventory;

/// <summary>Looks at <c>models/</c>: names, sizes and manifests, no content of any other file. Links are not followed.</summary>
/// <param name="store">Says where it is.</param>
/// <param name="compressed">Its compressed runs.</param>
public sealed class InventoryReader(ArtifactStore store, CompressedRuns compressed)
{
    private static readonly EnumerationOptions AllFiles = new()
    {
        RecurseSubdirectories = true,
        IgnoreInaccessible = true,
        AttributesToSkip = FileAttributes.ReparsePoint,
    };

    /// <summary>Looks now; what comes or goes meanwhile is in it or not.</summary>
    public ModelsInventory Read()
    {
        List<RunOnDisk> runs = [];
        Dictionary<UsageKind, long> bytes = Enum.GetValues<UsageKind>().ToDictionary(kind => kind, _ => 0L);
        foreach (FileSystemInfo entry in Entries(store.ModelsFolder))
        {
            if (RunId.TryParse(entry.Name, out RunId id) && entry is DirectoryInfo folder)
            {
                runs.Add(RunIn(id, folder));
            }
            else
            {
                Count(entry, bytes);
            }
        }

        runs.AddRange(compressed.List().Select(Compressed));
        foreach (RunOnDisk run in runs.Where(run => !run.IsCompressed))
        {
            foreach ((UsageKind kind, long size) in run.Bytes)
            {
                bytes[kind] += size;
            }
        }

        (HashSet<string> searched, HashSet<string> hashes) = SearchNames.Read(store.ExperimentsFolder);
        return new ModelsInventory
        {
            Runs = [.. runs.OrderByDescending(run => run.Id.Value, StringComparer.Ordinal)],
            Snapshots = [.. Snapshots()],
            Evaluations = [.. Evaluations()],
            SearchedRuns = searched,
            SearchedHashes = hashes,
            Bytes = bytes,
        };
    }

    private static IEnumerable<FileSystemInfo> Entries(string folder) =>
        Directory.Exists(folder)
            ? new DirectoryInfo(folder).EnumerateFileSystemInfos(
                "*",
                new EnumerationOptions { IgnoreInaccessible = true, AttributesToSkip = FileAttributes.ReparsePoint }
            )
            : [];

    private static RunOnDisk RunIn(RunId id, DirectoryInfo folder)
    {
        FileInfo[] files = [.. folder.EnumerateFiles("*", AllFiles)];
        FileInfo? manifest = files.FirstOrDefault(file =>
            file.Name == ArtifactFileNames.Manifest && file.Directory!.FullName == folder.FullName
        );
        return new RunOnDisk
        {
            Id = id,
            IsSealed = manifest is not null,
            Checkpoints = files
                .Where(file => ArtifactName.IsState(Path.GetRelativePath(folder.FullName, file.FullName)))
                .Sum(SizeOf),
            DataSnapshot = manifest is null ? null : ExportedFolder.ManifestOf(folder.FullName)?.DataSnapshot,
            ChangedAt =
                manifest?.LastWriteTimeUtc
                ?? files.Select(file => file.LastWriteTimeUtc).Append(folder.LastWriteTimeUtc).Max(),
            Bytes = files
                .GroupBy(file => KindOf(Path.GetRelativePath(folder.FullName, file.FullName)))
                .ToDictionary(group => group.Key, group => group.Sum(SizeOf)),
        };
    }

    private RunOnDisk Compressed(RunId id)
    {
        FileInfo file = new(compressed.PathOf(id));
        return new RunOnDisk
        {
            Id = id,
            IsSealed = true,
            IsCompressed = true,
            DataSnapshot = compressed.ManifestOf(id)?.DataSnapshot,
            ChangedAt = file.LastWriteTimeUtc,
            Bytes = new Dictionary<UsageKind, long> { [UsageKind.Archives] = SizeOf(file) },
        };
    }

    private IEnumerable<SnapshotOnDisk> Snapshots() =>
        Entries(store.SnapshotsFolder)
            .OfType<DirectoryInfo>()
            .Where(folder => SnapshotName.IsUsable(folder.Name))
            .OrderBy(folder => folder.Name, StringComparer.Ordinal)
            .Select(folder => new SnapshotOnDisk(folder.Name, SizeOf(folder), folder.LastWriteTimeUtc));

    private IEnumerable<EvaluationOnDisk> Evaluations() =>
        Entries(store.EvaluationsFolder)
            .OfType<DirectoryInfo>()
            .Where(folder => EvaluationOnDisk.IsKey(folder.Name))
            .OrderBy(folder => folder.Name, StringComparer.Ordinal)
            .Select(folder => EvaluationOnDisk.Read(folder.FullName))
            .OfType<EvaluationOnDisk>();

    private static UsageKind KindOf(string name) =>
        name.StartsWith(ArtifactFileNames.Checkpoints, StringComparison.Ordinal) ? UsageKind.Checkpoints
        : name.EndsWith(DurableFile.Unfinished, StringComparison.Ordinal) ? UsageKind.Leftovers
        : Path.GetExtension(name) switch
        {
            ".safetensors" => UsageKind.Weights,
            ".html" or ".svg" or ".png" or ".csv" => UsageKind.Reports,
            ".json" => UsageKind.Records,
            _ => UsageKind.Other,
        };

    // Half of anything may lie in every folder, so its ending is looked at first.
    private void Count(FileSystemInfo entry, Dictionary<UsageKind, long> bytes)
    {
        UsageKind kind = entry.FullName switch
        {
            string path when path == store.SnapshotsFolder => UsageKind.Snapshots,
            string path when path == store.ExperimentsFolder => UsageKind.Experiments,
            string path when path == store.EvaluationsFolder => UsageKind.Evaluations,
            string path when path == store.CompressedFolder => UsageKind.Archives,
            string path when path == store.ExportsFolder => UsageKind.Exports,
            _ => UsageKind.Other,
        };
        IEnumerable<FileInfo> files = entry is DirectoryInfo folder
            ? folder.EnumerateFiles("*", AllFiles)
            : [(FileInfo)entry];
        foreach (FileInfo file in files)
        {
            string name = Path.GetRelativePath(store.ModelsFolder, file.FullName);
            bytes[Trash.IsLeftover(name) ? UsageKind.Leftovers : kind] += SizeOf(file);
        }
    }

    private static long SizeOf(DirectoryInfo folder) => folder.EnumerateFiles("*", AllFiles).Sum(SizeOf);

    private static long SizeOf(FileInfo file)
    {
        try
        {
            return file.Length;
        }
        catch (IOException)
        {
            // It went between being listed and being looked at.
            return 0;
        }
    }
}
