using System.Security.Cryptography;
using System.Text;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Data.Files;

namespace DeepmineSentinel.Data.ArtifactFiles;

/// <summary>Writes the files of one run. The folder is no model before <see cref="Seal"/>.</summary>
public sealed class RunFolderWriter
{
    private readonly ArtifactStore store;
    private readonly TimeProvider clock;
    private bool isSealed;

    internal RunFolderWriter(ArtifactStore store, RunId id, TimeProvider clock)
    {
        this.store = store;
        this.clock = clock;
        Id = id;
        Folder = store.FolderOf(id);
    }

    /// <summary>The run.</summary>
    public RunId Id { get; }

    /// <summary>Its folder, absolute.</summary>
    public string Folder { get; }

    /// <summary>Writes a file whole: temporary sibling, flush to disk, rename, flush the folder.</summary>
    /// <param name="name">For example <c>metrics.json</c> or <c>checkpoints/last.safetensors</c>.</param>
    /// <param name="write">Writes the bytes.</param>
    /// <exception cref="SentinelException">The name is not usable or the run is sealed.</exception>
    public void Write(string name, Action<Stream> write)
    {
        string path = Target(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        DurableFile.Write(path, write);
    }

    /// <summary>Removes the folder of a run that ended before it wrote anything.</summary>
    public void RemoveIfEmpty()
    {
        if (!Directory.EnumerateFileSystemEntries(Folder).Any())
        {
            Directory.Delete(Folder);
        }
    }

    /// <summary>Adds a line to a text file; lost lines at a crash are no damage, as only sealed runs are models.</summary>
    /// <param name="name">For example <c>training_log.csv</c>.</param>
    /// <param name="line">The line without its end.</param>
    /// <exception cref="SentinelException">The name is not usable or the run is sealed.</exception>
    public void AppendLog(string name, string line) => File.AppendAllText(Target(name), line + "\n");

    /// <summary>Writes the manifest over every file but checkpoints, and reads the whole run back.</summary>
    /// <param name="dataSnapshot">Folder of <c>models/data/</c> that the run learnt from; null: none.</param>
    /// <exception cref="SentinelException">What was read back is not what was written.</exception>
    public SealedRun Seal(string? dataSnapshot = null)
    {
        string[] names =
        [
            .. Directory
                .GetFiles(Folder)
                .Select(path => Path.GetFileName(path))
                .Where(name =>
                    name != ArtifactFileNames.Manifest
                    && !name.EndsWith(DurableFile.Unfinished, StringComparison.Ordinal)
                )
                .Order(StringComparer.Ordinal),
        ];
        RunManifest manifest = new()
        {
            FormatVersion = RunManifest.CurrentFormat,
            OldestReader = RunManifest.CurrentFormat,
            RunId = Id.Value,
            SealedAt = clock.GetUtcNow().UtcDateTime,
            DataSnapshot = dataSnapshot,
            Files = [.. names.Select(Entry)],
        };
        Write(ArtifactFileNames.Manifest, stream => stream.Write(Encoding.UTF8.GetBytes(ManifestText.Write(manifest))));
        isSealed = true;
        return store.Open(Id);
    }

    private ManifestEntry Entry(string name)
    {
        using FileStream stream = new(Path.Combine(Folder, name), FileMode.Open, FileAccess.ReadWrite, FileShare.Read);

        // Logs were appended without waiting for the disk.
        stream.Flush(flushToDisk: true);
        return new ManifestEntry(name, stream.Length, Convert.ToHexStringLower(SHA256.HashData(stream)));
    }

    private string Target(string name)
    {
        string path = Path.Combine(Folder, ArtifactName.Checked(name));
        return isSealed
            ? throw new SentinelException(FailureKind.Conflict, "run_sealed", $"Run {Id} is sealed; its files stay.")
            : path;
    }
}
