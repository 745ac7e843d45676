using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Data.Files;

namespace DeepmineSentinel.Data.ArtifactFiles.Archives;

/// <summary>Runs kept for the record as one zip each, <c>models/archive/RUN_ID.zip</c>: an export without its page.</summary>
/// <param name="store">The folders of runs.</param>
public sealed class CompressedRuns(ArtifactStore store)
{
    /// <summary>Ending of a compressed run's file.</summary>
    internal const string Ending = ".zip";

    /// <summary>Where a run lies when it is compressed, whether it is or not.</summary>
    public string PathOf(RunId id) => Path.Combine(store.CompressedFolder, id.Value + Ending);

    /// <summary>Whether a run is compressed.</summary>
    public bool Has(RunId id) => File.Exists(PathOf(id));

    /// <summary>All compressed runs, newest first.</summary>
    public IReadOnlyList<RunId> List()
    {
        if (!Directory.Exists(store.CompressedFolder))
        {
            return [];
        }

        List<RunId> ids = [];
        foreach (string path in Directory.EnumerateFiles(store.CompressedFolder, "*" + Ending))
        {
            if (RunId.TryParse(Path.GetFileNameWithoutExtension(path), out RunId id))
            {
                ids.Add(id);
            }
        }

        ids.Sort((left, right) => string.CompareOrdinal(right.Value, left.Value));
        return ids;
    }

    /// <summary>Opens a compressed run and checks all of it.</summary>
    /// <exception cref="SentinelException">There is none, or it is damaged.</exception>
    public RunArchive Open(RunId id)
    {
        if (!Has(id))
        {
            throw new SentinelException(FailureKind.NotFound, "run_not_found", $"Run {id} is not compressed.");
        }

        RunArchive? archive = null;
        try
        {
            archive = RunArchive.Open(PathOf(id));
            return archive.Id == id
                ? archive
                : throw new SentinelException(FailureKind.Damaged, "artifact_damaged", "It holds another run.");
        }
        catch (SentinelException exception)
        {
            archive?.Dispose();
            throw ArtifactStore.Damaged(id, id.Value + Ending, $"cannot be used: {exception.Message}", exception);
        }
    }

    /// <summary>Packs a run and reads the zip back whole; the folder stays, for whoever removes it next.</summary>
    /// <param name="id">A sealed run; its checkpoints are left out.</param>
    /// <param name="cancellationToken">Looked at before every file.</param>
    /// <exception cref="SentinelException">There is no such run, it is damaged, or the disk refused it: no zip is left then.</exception>
    public void Pack(RunId id, CancellationToken cancellationToken)
    {
        SealedRun run = store.Open(id);
        ArtifactStore.Guarded(
            $"Run {id} could not be compressed",
            () =>
            {
                Directory.CreateDirectory(store.CompressedFolder);
                DurableFile.Write(
                    PathOf(id),
                    stream => ZipExport.Write(stream, ExportContent.Of(run, [], null), cancellationToken)
                );
            }
        );
        using RunArchive written = Open(id);
        if (!written.IsSame(run))
        {
            throw ArtifactStore.Damaged(id, id.Value + Ending, "is not what was written");
        }
    }

    /// <summary>Removes the zip of a run.</summary>
    /// <exception cref="SentinelException">The disk refused it.</exception>
    public void Discard(RunId id) =>
        ArtifactStore.Guarded(
            $"The zip of run {id} could not be removed",
            () =>
            {
                File.Delete(PathOf(id));
                DurableFile.FlushFolder(store.CompressedFolder);
            }
        );

    /// <summary>Unpacks a run to where it was; the zip goes when it is there and answers.</summary>
    /// <param name="id">A compressed run.</param>
    /// <param name="prove">Asks the unpacked run whether it answers; what it throws keeps it out.</param>
    /// <exception cref="SentinelException">It is not compressed, it is damaged, or the disk refused it.</exception>
    public void Restore(RunId id, Action<SealedRun> prove)
    {
        using (RunArchive archive = Open(id))
        {
            store.Unpack(archive, prove);
        }

        Discard(id);
    }

    /// <summary>The manifest of a compressed run, its other files not looked at; null: it cannot be read.</summary>
    internal RunManifest? ManifestOf(RunId id)
    {
        try
        {
            return RunArchive.ManifestOf(PathOf(id));
        }
        catch (Exception exception) when (exception is SentinelException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
