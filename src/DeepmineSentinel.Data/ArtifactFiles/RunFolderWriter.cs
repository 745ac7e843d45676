using System.Security.Cryptography;
using System.Text;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Data.Files;

namespace DeepmineSentinel.Data.ArtifactFiles;

/// <summary>Writes the files of one run. The folder is no model before <see cref="Seal"/>.</summary>
public sealed class RunFolderWriter : IDisposable
{
    private readonly ArtifactStore store;
    private readonly TimeProvider clock;
    private readonly Dictionary<string, string> written = [];
    private FileStream? hold;
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

    /// <summary>Whether this writer keeps other processes from going on with the run.</summary>
    public bool IsHeld => hold is not null;

    /// <summary>Writes a file whole: temporary sibling, flush to disk, rename, flush the folder.</summary>
    /// <param name="name">For example <c>metrics.json</c> or <c>checkpoints/last.safetensors</c>.</param>
    /// <param name="write">Writes the bytes.</param>
    /// <exception cref="SentinelException">The name is not usable, the run is sealed, or the disk refused it.</exception>
    public void Write(string name, Action<Stream> write)
    {
        string path = Target(name);
        OnDisk(
            name,
            () =>
            {
                DurableFile.MakeFolder(Path.GetDirectoryName(path)!);
                written[name] = DurableFile.WriteHashed(path, write);
            }
        );
    }

    /// <summary>Removes a checkpoint, which no manifest lists; nothing where there is none.</summary>
    /// <exception cref="SentinelException">The name is not a checkpoint's, or the disk refused it.</exception>
    public void Remove(string name)
    {
        if (!ArtifactName.IsCheckpoint(ArtifactName.Checked(name)))
        {
            throw new SentinelException(FailureKind.Conflict, "run_sealed", $"{name} of run {Id} stays.");
        }

        string path = Path.Combine(Folder, name);
        OnDisk(name, () => File.Delete(path));
    }

    /// <summary>Removes the folder of a run that ended before it wrote anything; where the disk refuses even that, it stays.</summary>
    public void RemoveIfEmpty()
    {
        try
        {
            if (!Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).Any())
            {
                Directory.Delete(Folder, recursive: true);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // What ended the run is told, not this: an empty folder is no run, and clearing removes it.
        }
    }

    /// <summary>
    /// Keeps every other process from going on with this run until this writer is disposed or its process is gone. The
    /// run's request must have been written.
    /// </summary>
    /// <exception cref="SentinelException"><c>run_running</c>: another process has it.</exception>
    public void Hold() => hold ??= RunHold.Take(Id, Path.Combine(Folder, ArtifactFileNames.Lock));

    /// <inheritdoc/>
    public void Dispose()
    {
        hold?.Dispose();
        hold = null;
    }

    /// <summary>Adds a line to a text file; lost lines at a crash are no damage, as only sealed runs are models.</summary>
    /// <param name="name">For example <c>training_log.csv</c>.</param>
    /// <param name="line">The line without its end.</param>
    /// <exception cref="SentinelException">The name is not usable, the run is sealed, or the disk refused it.</exception>
    public void AppendLog(string name, string line)
    {
        string path = Target(name);
        written.Remove(name);
        OnDisk(name, () => File.AppendAllText(path, line + "\n"));
    }

    /// <summary>Makes the lines of a log last.</summary>
    /// <exception cref="SentinelException">The name is not usable, the run is sealed, or the disk refused it.</exception>
    public void FlushLog(string name)
    {
        string path = Target(name);
        OnDisk(
            name,
            () =>
            {
                using FileStream log = new(path, FileMode.Append, FileAccess.Write, FileShare.Read);
                log.Flush(flushToDisk: true);
                DurableFile.FlushFolder(Folder);
            }
        );
    }

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
            Files = [.. names.Select(name => OnDisk(name, () => Entry(name)))],
        };
        Write(ArtifactFileNames.Manifest, stream => stream.Write(Encoding.UTF8.GetBytes(ManifestText.Write(manifest))));
        isSealed = true;
        return store.Open(Id);
    }

    /// <summary>Removes what a process that is gone was writing.</summary>
    internal void RemoveUnfinishedFiles()
    {
        foreach (string path in Directory.GetFiles(Folder, "*" + DurableFile.Unfinished, SearchOption.AllDirectories))
        {
            OnDisk(Path.GetFileName(path), () => File.Delete(path));
        }
    }

    private ManifestEntry Entry(string name)
    {
        using FileStream stream = new(Path.Combine(Folder, name), FileMode.Open, FileAccess.ReadWrite, FileShare.Read);

        // Logs were appended without waiting for the disk.
        stream.Flush(flushToDisk: true);
        string hash = Convert.ToHexStringLower(SHA256.HashData(stream));
        return written.TryGetValue(name, out string? meant) && meant != hash
            ? throw ArtifactStore.Damaged(Id, name, "is not what was written")
            : new ManifestEntry(name, stream.Length, hash);
    }

    private void OnDisk(string name, Action act) =>
        OnDisk(
            name,
            () =>
            {
                act();
                return true;
            }
        );

    private TResult OnDisk<TResult>(string name, Func<TResult> act)
    {
        try
        {
            return act();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new SentinelException(
                FailureKind.Unavailable,
                "artifact_store_unavailable",
                $"{name} of run {Id} cannot be written: {exception.Message.TrimEnd('.')}. What was written before it is whole.",
                exception
            );
        }
    }

    private string Target(string name)
    {
        string path = Path.Combine(Folder, ArtifactName.Checked(name));
        return isSealed
            ? throw new SentinelException(FailureKind.Conflict, "run_sealed", $"Run {Id} is sealed; its files stay.")
            : path;
    }
}
