using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Importing;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Data.Csv;
using DeepmineSentinel.Data.Files;

namespace DeepmineSentinel.Data.ArtifactFiles.Archives;

/// <summary>
/// An exported run in one zip file, every byte of it checked before anything is unpacked: names, kinds and sizes of the
/// entries, the manifest, and size and hash of every file it lists. What the manifest does not vouch for is never read.
/// </summary>
public sealed class RunArchive : IDisposable
{
    private readonly ZipArchive zip;
    private readonly IReadOnlyDictionary<string, ZipArchiveEntry> entries;
    private readonly string manifestText;

    private RunArchive(ZipArchive zip, ArchiveLimits limits)
    {
        this.zip = zip;
        entries = ArchiveEntries.Checked(zip, limits);
        manifestText = ReadManifest();
        (RunManifest? manifest, string reason) = ManifestText.Read(manifestText);
        Manifest = manifest ?? throw ArchiveProblem.Refused($"its {ArtifactFileNames.Manifest} {reason}");
        Id = RunId.TryParse(Manifest.RunId, out RunId id) ? id : throw ArchiveProblem.Refused("it names no run");
    }

    /// <summary>The run.</summary>
    public RunId Id { get; }

    /// <summary>Its files.</summary>
    public RunManifest Manifest { get; }

    /// <summary>Whether the data that the run learnt from came with it.</summary>
    public bool HasData => entries.ContainsKey(DataEntry(ImportKind.Stopes));

    /// <summary>Opens an archive and checks all of it.</summary>
    /// <param name="path">The zip file; it is held open until the archive is disposed of.</param>
    /// <param name="limits">What it may ask for; null: <see cref="ArchiveLimits.Default"/>.</param>
    /// <exception cref="SentinelException"><c>invalid_archive</c>: it is not a whole, harmless export of a run.</exception>
    public static RunArchive Open(string path, ArchiveLimits? limits = null)
    {
        RunArchive archive = OpenDirectory(path, limits ?? ArchiveLimits.Default);
        try
        {
            ArchiveProblem.Explain(archive.CheckRun);
            ArchiveProblem.Explain(archive.CheckData);
            return archive;
        }
        catch
        {
            archive.Dispose();
            throw;
        }
    }

    /// <summary>Whether the run has a file.</summary>
    public bool Has(string name) => Manifest.Files.Any(file => file.Name == name);

    /// <summary>Opens a file of the manifest where it lies in the zip; one at a time.</summary>
    /// <exception cref="SentinelException">The manifest has no such file.</exception>
    public Stream OpenRead(string name) =>
        Has(name)
            ? entries[name].Open()
            : throw new SentinelException(
                FailureKind.NotFound,
                "artifact_file_not_found",
                $"Run {Id} has no file of that name."
            );

    /// <summary>Whether a run on disk is this one to the byte.</summary>
    public bool IsSame(SealedRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        using StreamReader reader = new(run.OpenManifest());
        return reader.ReadToEnd() == manifestText;
    }

    /// <inheritdoc/>
    public void Dispose() => zip.Dispose();

    /// <summary>The manifest of an archive whose files were not looked at.</summary>
    internal static RunManifest ManifestOf(string path)
    {
        using RunArchive archive = OpenDirectory(path, ArchiveLimits.Default);
        return archive.Manifest;
    }

    /// <summary>Writes the run into an empty folder, the manifest last.</summary>
    internal void UnpackRun(string folder)
    {
        foreach (ManifestEntry file in Manifest.Files)
        {
            Unpack(file.Name, Path.Combine(folder, file.Name));
        }

        DurableFile.Write(
            Path.Combine(folder, ArtifactFileNames.Manifest),
            stream => stream.Write(Encoding.UTF8.GetBytes(manifestText))
        );
    }

    /// <summary>Writes the data into an empty folder.</summary>
    internal void UnpackData(MineFiles files)
    {
        foreach (ImportKind kind in ImportKinds.OfMines)
        {
            Unpack(DataEntry(kind), files.PathOf(kind));
        }
    }

    private static RunArchive OpenDirectory(string path, ArchiveLimits limits)
    {
        FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        RunArchive? archive = null;
        try
        {
            ZipDirectory.Require(file, limits.MostEntries);
            ArchiveProblem.Explain(() =>
                archive = new RunArchive(
                    new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: false, Encoding.UTF8),
                    limits
                )
            );
            return archive!;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private static string DataEntry(ImportKind kind) =>
        $"{ArtifactFileNames.ExportedData}/{Path.GetFileName(MineFiles.In("").PathOf(kind))}";

    private string ReadManifest()
    {
        if (!entries.TryGetValue(ArtifactFileNames.Manifest, out ZipArchiveEntry? entry))
        {
            throw ArchiveProblem.Refused($"it has no {ArtifactFileNames.Manifest}, so it is no exported run");
        }

        if (entry.Length > RunVerification.LargestManifest)
        {
            throw ArchiveProblem.Refused($"its {ArtifactFileNames.Manifest} is too large");
        }

        byte[] bytes = new byte[entry.Length];
        using Stream stream = entry.Open();
        stream.ReadExactly(bytes);
        return Encoding.UTF8.GetString(bytes);
    }

    private void CheckRun()
    {
        foreach (ManifestEntry file in Manifest.Files)
        {
            if (!entries.TryGetValue(file.Name, out ZipArchiveEntry? entry) || entry.FullName != file.Name)
            {
                throw ArchiveProblem.Refused($"{file.Name} is missing");
            }

            if (entry.Length != file.Size)
            {
                throw ArchiveProblem.Refused($"{file.Name} has {entry.Length} bytes instead of {file.Size}");
            }

            if (HashOf(entry) != file.Sha256)
            {
                throw ArchiveProblem.Refused($"{file.Name} does not match its hash");
            }
        }

        string? stranger = entries.Keys.FirstOrDefault(name =>
            !Has(name)
            && name is not (ArtifactFileNames.Manifest or ArtifactFileNames.ExportReadme or ArtifactFileNames.Report)
            && !name.StartsWith(ArtifactFileNames.ExportedData + "/", StringComparison.Ordinal)
        );
        if (stranger is not null)
        {
            throw ArchiveProblem.Refused($"its manifest does not know '{ArchiveProblem.Printable(stranger)}'");
        }
    }

    private void CheckData()
    {
        string[] found =
        [
            .. entries.Keys.Where(name =>
                name.StartsWith(ArtifactFileNames.ExportedData + "/", StringComparison.Ordinal)
            ),
        ];
        if (found.Length == 0)
        {
            return;
        }

        IReadOnlyList<ImportKind> kinds = ImportKinds.OfMines;
        if (found.Length != kinds.Count || !kinds.All(kind => entries.ContainsKey(DataEntry(kind))))
        {
            throw ArchiveProblem.Refused("its data are not the four files of a snapshot");
        }

        if (
            ContentHash.Of(kinds.ToDictionary(kind => kind, kind => HashOf(entries[DataEntry(kind)])))
            != Manifest.DataSnapshot
        )
        {
            throw ArchiveProblem.Refused("its data are not those that the run learnt from");
        }
    }

    // The library stops at the declared size, so that no more than was allowed is ever unpacked.
    private static string HashOf(ZipArchiveEntry entry)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using Stream stream = entry.Open();
        byte[] buffer = new byte[1 << 16];
        long total = 0;
        for (int count; (count = stream.Read(buffer)) > 0; total += count)
        {
            if (total + count > entry.Length)
            {
                break;
            }

            hash.AppendData(buffer, 0, count);
        }

        return total == entry.Length
            ? Convert.ToHexStringLower(hash.GetHashAndReset())
            : throw ArchiveProblem.Refused(
                $"'{ArchiveProblem.Printable(entry.FullName)}' is not as long as the archive says"
            );
    }

    private void Unpack(string name, string path) =>
        DurableFile.Write(
            path,
            target =>
            {
                using Stream source = entries[name].Open();
                source.CopyTo(target);
            }
        );
}
