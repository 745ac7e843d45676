using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Data.ArtifactFiles;
using DeepmineSentinel.Data.ArtifactFiles.Archives;
using DeepmineSentinel.Data.Snapshots;
using DeepmineSentinel.Learning.Runs;
using DeepmineSentinel.Web.Services.Registry;
using DeepmineSentinel.Web.Services.Training;

namespace DeepmineSentinel.Web.Services.Artifacts;

/// <summary>Takes in an exported run: all of it is checked and its probe asked before a byte of it is unpacked.</summary>
public sealed class RunImport(
    ArtifactStore store,
    SnapshotStore snapshots,
    ModelRegistry registry,
    CurrentOperator person,
    TimeProvider clock
)
{
    /// <summary>Imports an exported run as a candidate.</summary>
    /// <param name="path">The zip file, absolute.</param>
    /// <param name="cancellationToken">Stops before the run is unpacked.</param>
    /// <exception cref="SentinelException">
    /// <c>invalid_archive</c>, <c>artifact_damaged</c>, <c>probe_failed</c>: it is not taken. <c>run_exists</c>: another run has its
    /// id. <c>artifact_store_unavailable</c>: the disk refused it. Nothing is changed then.
    /// </exception>
    public async Task<ImportedRun> ImportAsync(string path, CancellationToken cancellationToken)
    {
        using RunArchive archive = RunArchive.Open(path);
        TrainingResult result = ArchivedResult.Prove(archive);
        ModelVersion? known = (await registry.ListAsync(cancellationToken)).FirstOrDefault(version =>
            version.RunId == archive.Id.Value
        );
        RequireSame(archive, result, known);
        bool here = Directory.Exists(store.FolderOf(archive.Id));
        cancellationToken.ThrowIfCancellationRequested();
        Unpack(archive, here);
        ModelVersion version = await RegisterAsync(archive.Id, result, known, here);
        ImportOutcome outcome =
            here ? ImportOutcome.AlreadyHere
            : known is null ? ImportOutcome.Imported
            : ImportOutcome.Restored;
        return new ImportedRun(archive.Id.Value, outcome, version.State, archive.HasData);
    }

    private void RequireSame(RunArchive archive, TrainingResult result, ModelVersion? known)
    {
        bool otherFiles = Directory.Exists(store.FolderOf(archive.Id)) && !archive.IsSame(store.Open(archive.Id));
        bool otherRow = known is not null && (known.DataHash != result.DataHash || known.TrainedAt != result.TrainedAt);
        if (otherFiles || otherRow)
        {
            throw new SentinelException(
                FailureKind.Conflict,
                "run_exists",
                $"There is another run {archive.Id} already; nothing was imported."
            );
        }
    }

    // The data first: a run whose data cannot be unpacked is not taken either.
    private void Unpack(RunArchive archive, bool here)
    {
        bool newData = archive.HasData && snapshots.Add(archive);
        try
        {
            if (!here)
            {
                store.Unpack(archive, run => ModelVerifier.Prove(run.Id, run.OpenRead));
            }
        }
        catch when (newData)
        {
            store.DeleteSnapshot(archive.Manifest.DataSnapshot!, DateTime.MaxValue);
            throw;
        }
    }

    // A run that the database cannot take is not kept on disk either.
    private async Task<ModelVersion> RegisterAsync(RunId id, TrainingResult result, ModelVersion? known, bool here)
    {
        try
        {
            return await RegisterAsync(result, known, here);
        }
        catch when (!here)
        {
            store.Delete(id);
            throw;
        }
    }

    private async Task<ModelVersion> RegisterAsync(TrainingResult result, ModelVersion? known, bool here)
    {
        if (known is { State: ModelVersionState.Archived } && !here)
        {
            return await registry.RestoreAsync(result.RunId, CancellationToken.None);
        }

        DateTime now = clock.GetUtcNow().UtcDateTime;
        await registry.RegisterAsync(
            RunRegistrar.Version(result, "Imported.", person.Name, now),
            CancellationToken.None
        );
        return await registry.GetAsync(result.RunId, CancellationToken.None);
    }
}
