using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Data.ArtifactFiles;
using DeepmineSentinel.Data.ArtifactFiles.Archives;
using DeepmineSentinel.Web.Services.Registry;

namespace DeepmineSentinel.Web.Services.Artifacts;

/// <summary>Takes a run out of use, as one zip where asked, and back.</summary>
public sealed class RunArchiving(
    ArtifactStore store,
    CompressedRuns compressed,
    ModelRegistry registry,
    CurrentOperator person
)
{
    /// <summary>Archives a candidate; compressed, its folder becomes one zip and its checkpoints go.</summary>
    /// <param name="runId">A registered candidate, or an archived version that shall be compressed.</param>
    /// <param name="reason">Why, for the record.</param>
    /// <param name="compress">Whether its folder becomes one zip.</param>
    /// <param name="cancellationToken">Stops before the row changes.</param>
    /// <exception cref="SentinelException">No such version, it is no candidate, it is pinned, or its files are damaged.</exception>
    public async Task<ModelVersion> ArchiveAsync(
        RunId runId,
        string reason,
        bool compress,
        CancellationToken cancellationToken
    )
    {
        ModelVersion version = await registry.GetAsync(runId.Value, cancellationToken);
        if (version.State == ModelVersionState.Archived && !compress)
        {
            return version;
        }

        bool pack = compress && Directory.Exists(store.FolderOf(runId));
        if (pack)
        {
            compressed.Pack(runId, cancellationToken);
        }

        if (version.State != ModelVersionState.Archived)
        {
            version = await ArchiveRowAsync(runId, reason, pack);
        }

        if (pack)
        {
            store.Delete(runId);
        }

        return version;
    }

    private async Task<ModelVersion> ArchiveRowAsync(RunId runId, string reason, bool packed)
    {
        try
        {
            return await registry.ArchiveAsync(runId.Value, reason, person.Name, CancellationToken.None);
        }
        catch (SentinelException) when (packed)
        {
            compressed.Discard(runId);
            throw;
        }
    }

    /// <summary>Makes an archived version a candidate again, unpacked, verified and probed.</summary>
    /// <exception cref="SentinelException">No such version, it is not archived, or its files are gone or damaged.</exception>
    public async Task<ModelVersion> RestoreAsync(RunId runId, CancellationToken cancellationToken)
    {
        ModelVersion version = await registry.GetAsync(runId.Value, cancellationToken);
        if (version.State != ModelVersionState.Archived)
        {
            throw new SentinelException(FailureKind.Conflict, "model_state", $"Run {runId} is not archived.");
        }

        if (Directory.Exists(store.FolderOf(runId)))
        {
            ModelVerifier.Prove(runId, store.Open(runId).OpenRead);
        }
        else if (compressed.Has(runId))
        {
            compressed.Restore(runId, run => ModelVerifier.Prove(runId, run.OpenRead));
        }
        else
        {
            throw new SentinelException(
                FailureKind.NotFound,
                "run_not_kept",
                $"The files of run {runId} were removed; import an export of it."
            );
        }

        return await registry.RestoreAsync(runId.Value, CancellationToken.None);
    }
}
