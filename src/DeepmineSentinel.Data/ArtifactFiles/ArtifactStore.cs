using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Data.ArtifactFiles.Archives;
using DeepmineSentinel.Data.ArtifactFiles.Inventory;
using DeepmineSentinel.Data.Files;

namespace DeepmineSentinel.Data.ArtifactFiles;

/// <summary>The folders of all runs under <c>models/</c>. Format: docs/artifact-format.md.</summary>
public sealed class ArtifactStore
{
    private readonly TimeProvider clock;

    /// <summary>Creates the store; the folder is made when the first run begins.</summary>
    /// <param name="modelsFolder">Absolute path of <c>models/</c>.</param>
    /// <param name="clock">Dates manifests.</param>
    public ArtifactStore(string modelsFolder, TimeProvider clock)
    {
        ModelsFolder = Path.GetFullPath(modelsFolder);
        this.clock = clock;
    }

    /// <summary>Absolute path of <c>models/</c>.</summary>
    public string ModelsFolder { get; }

    /// <summary>Where snapshots of data lie.</summary>
    public string SnapshotsFolder => Path.Combine(ModelsFolder, "data");

    /// <summary>Where compressed runs lie, each as <c>RUN_ID.zip</c>.</summary>
    public string CompressedFolder => Path.Combine(ModelsFolder, "archive");

    /// <summary>Where searches keep what they found.</summary>
    public string ExperimentsFolder => Path.Combine(ModelsFolder, "experiments");

    /// <summary>Where evaluations keep what their folds said.</summary>
    public string EvaluationsFolder => Path.Combine(ModelsFolder, "evaluations");

    /// <summary>Where exports go whose place nobody named.</summary>
    public string ExportsFolder => Path.Combine(ModelsFolder, "exports");

    /// <summary>The folder of a run, whether it exists or not.</summary>
    public string FolderOf(RunId id) => Path.Combine(ModelsFolder, id.Value);

    /// <summary>Makes the folder of a new run.</summary>
    /// <exception cref="SentinelException">There is one already, or the disk refused it.</exception>
    public RunFolderWriter BeginRun(RunId id)
    {
        string folder = FolderOf(id);
        if (Directory.Exists(folder))
        {
            throw new SentinelException(FailureKind.Conflict, "run_exists", $"Run {id} has a folder already.");
        }

        try
        {
            DurableFile.MakeFolder(folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new SentinelException(
                FailureKind.Unavailable,
                "artifact_store_unavailable",
                $"The folder of run {id} cannot be made in {ModelsFolder}.",
                exception
            );
        }

        return new RunFolderWriter(this, id, clock);
    }

    /// <summary>A run that was begun and not sealed.</summary>
    /// <returns>Null: there is no folder of it, it never began to train, or it is sealed.</returns>
    public UnfinishedRun? FindUnfinished(RunId id)
    {
        string folder = FolderOf(id);
        return File.Exists(Path.Combine(folder, ArtifactFileNames.Request)) && !IsSealed(id)
            ? new UnfinishedRun(id, folder)
            : null;
    }

    /// <summary>Whether a run has a manifest; whether it is whole is found by <see cref="Open"/>.</summary>
    public bool IsSealed(RunId id) => File.Exists(Path.Combine(FolderOf(id), ArtifactFileNames.Manifest));

    /// <summary>Goes on with the folder of a run that was begun and not sealed, and holds it.</summary>
    /// <exception cref="SentinelException">
    /// <c>run_not_found</c>, <c>run_finished</c>, or <c>run_running</c>: another process has it.
    /// </exception>
    public RunFolderWriter ReopenRun(RunId id)
    {
        RequireUnfinished(id);
        RunFolderWriter writer = new(this, id, clock);
        try
        {
            // Looked at again: another process may have ended it before it was held.
            writer.Hold();
            RequireUnfinished(id);
            writer.RemoveUnfinishedFiles();
            return writer;
        }
        catch
        {
            writer.Dispose();
            throw;
        }
    }

    /// <summary>Verifies a run: manifest, sizes and hashes of every file.</summary>
    /// <exception cref="SentinelException">There is no such run, or a file is damaged; the file is named.</exception>
    public SealedRun Open(RunId id)
    {
        string folder = FolderOf(id);
        if (Directory.Exists(folder))
        {
            return RunVerification.Verify(id, folder);
        }

        throw File.Exists(Path.Combine(CompressedFolder, id.Value + CompressedRuns.Ending))
            ? new SentinelException(
                FailureKind.Conflict,
                "run_compressed",
                $"Run {id} is compressed; models restore unpacks it."
            )
            : new SentinelException(FailureKind.NotFound, "run_not_found", $"There is no folder of run {id}.");
    }

    /// <summary>Runs that have a manifest, newest first. Whether they are whole is found by <see cref="Open"/>.</summary>
    public IReadOnlyList<RunId> List()
    {
        if (!Directory.Exists(ModelsFolder))
        {
            return [];
        }

        List<RunId> ids = [];
        foreach (string folder in Directory.EnumerateDirectories(ModelsFolder))
        {
            if (
                RunId.TryParse(Path.GetFileName(folder), out RunId id)
                && File.Exists(Path.Combine(folder, ArtifactFileNames.Manifest))
            )
            {
                ids.Add(id);
            }
        }

        ids.Sort((left, right) => string.CompareOrdinal(right.Value, left.Value));
        return ids;
    }

    /// <summary>Why nothing can be written to the folder of all runs; null: it can. Tried with a file that vanishes by itself.</summary>
    public string? WriteProblem()
    {
        try
        {
            Directory.CreateDirectory(ModelsFolder);
            string probe = Path.Combine(ModelsFolder, $".write-probe-{Guid.NewGuid():N}");
            using FileStream stream = new(
                probe,
                FileMode.CreateNew,
                FileAccess.Write,
                FileShare.None,
                1,
                FileOptions.DeleteOnClose
            );
            stream.WriteByte(0);
            stream.Flush();
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return exception.Message;
        }
    }

    /// <summary>Removes a run's folder: it is renamed first, so that a crash leaves a whole run or none.</summary>
    /// <exception cref="SentinelException">There is no such run, or the disk refused it.</exception>
    public void Delete(RunId id)
    {
        string folder = FolderOf(id);
        if (!Directory.Exists(folder))
        {
            throw new SentinelException(FailureKind.NotFound, "run_not_found", $"There is no folder of run {id}.");
        }

        Guarded($"Run {id} could not be removed", () => Trash.Delete(Trash.MoveAside(folder)));
    }

    /// <summary>Removes the resumable states of a finished run; what it was started with stays.</summary>
    /// <exception cref="SentinelException">The run is not finished, or the disk refused it.</exception>
    public void DeleteCheckpoints(RunId id)
    {
        if (!IsSealed(id))
        {
            throw new SentinelException(FailureKind.Conflict, "run_unfinished", $"Run {id} is not finished.");
        }

        string folder = Path.Combine(FolderOf(id), ArtifactFileNames.Checkpoints);
        Guarded(
            $"The checkpoints of run {id} could not be removed",
            () =>
            {
                foreach (string path in Directory.Exists(folder) ? Directory.GetFiles(folder) : [])
                {
                    if (ArtifactName.IsState($"{ArtifactFileNames.Checkpoints}/{Path.GetFileName(path)}"))
                    {
                        File.Delete(path);
                    }
                }
            }
        );
    }

    /// <summary>Unpacks an archive into the folder of its run, verified and proved before it gets its name.</summary>
    /// <param name="archive">A checked archive.</param>
    /// <param name="prove">Asks the unpacked run whether it answers; what it throws keeps the run out.</param>
    /// <returns>The run where it belongs.</returns>
    /// <exception cref="SentinelException">The run has a folder already, or the disk refused it.</exception>
    public SealedRun Unpack(RunArchive archive, Action<SealedRun> prove)
    {
        ArgumentNullException.ThrowIfNull(archive);
        ArgumentNullException.ThrowIfNull(prove);
        string folder = FolderOf(archive.Id);
        string temporary = Path.Combine(ModelsFolder, Path.GetRandomFileName() + DurableFile.Unfinished);
        if (Directory.Exists(folder))
        {
            throw new SentinelException(FailureKind.Conflict, "run_exists", $"Run {archive.Id} has a folder already.");
        }

        try
        {
            Guarded(
                $"Run {archive.Id} could not be unpacked",
                () =>
                {
                    Directory.CreateDirectory(temporary);
                    archive.UnpackRun(temporary);
                    prove(RunVerification.Verify(archive.Id, temporary));
                    Directory.Move(temporary, folder);
                    DurableFile.FlushFolder(ModelsFolder);
                }
            );
            return Open(archive.Id);
        }
        finally
        {
            Trash.Delete(temporary);
        }
    }

    /// <summary>Removes a snapshot, unless a run has taken it since.</summary>
    /// <param name="hash">Its name.</param>
    /// <param name="unusedSince">It stays when it was used later, UTC.</param>
    /// <returns>Whether it went.</returns>
    /// <exception cref="SentinelException">The disk refused it.</exception>
    public bool DeleteSnapshot(string hash, DateTime unusedSince)
    {
        DirectoryInfo folder = new(Path.Combine(SnapshotsFolder, hash));
        if (!SnapshotName.IsUsable(hash) || !folder.Exists || folder.LastWriteTimeUtc > unusedSince)
        {
            return false;
        }

        Guarded($"Snapshot {hash} could not be removed", () => Trash.Delete(Trash.MoveAside(folder.FullName)));
        return true;
    }

    /// <summary>Removes what folds of an evaluation said, unless one was kept since: it may still be at work.</summary>
    /// <param name="key">Its name.</param>
    /// <param name="unchangedSince">It stays when any file of it changed later, UTC.</param>
    /// <returns>Whether it went.</returns>
    /// <exception cref="SentinelException">The disk refused it.</exception>
    public bool DeleteEvaluation(string key, DateTime unchangedSince)
    {
        string folder = Path.Combine(EvaluationsFolder, key);
        if (
            !EvaluationOnDisk.IsKey(key)
            || EvaluationOnDisk.Read(folder) is not { } found
            || found.ChangedAt > unchangedSince
        )
        {
            return false;
        }

        Guarded($"Evaluation {key} could not be removed", () => Trash.Delete(Trash.MoveAside(folder)));
        return true;
    }

    /// <summary>Removes what a crash left of removals, imports and snapshots.</summary>
    /// <returns>How many folders and files went.</returns>
    public int Sweep()
    {
        DateTime now = clock.GetUtcNow().UtcDateTime;
        return new[] { ModelsFolder, SnapshotsFolder, EvaluationsFolder, CompressedFolder, ExportsFolder }.Sum(folder =>
            Trash.Sweep(folder, now)
        );
    }

    internal static void Guarded(string failure, Action step)
    {
        try
        {
            step();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new SentinelException(
                FailureKind.Unavailable,
                "artifact_store_unavailable",
                $"{failure}: {exception.Message}",
                exception
            );
        }
    }

    private void RequireUnfinished(RunId id)
    {
        if (IsSealed(id))
        {
            throw new SentinelException(FailureKind.Conflict, "run_finished", $"Run {id} is finished.");
        }

        if (FindUnfinished(id) is null)
        {
            throw new SentinelException(FailureKind.NotFound, "run_not_found", $"There is no folder of run {id}.");
        }
    }

    internal static SentinelException Damaged(RunId id, string file, string reason, Exception? inner = null) =>
        new(FailureKind.Damaged, "artifact_damaged", $"Run {id} is damaged: {file} {reason}.", inner);
}
