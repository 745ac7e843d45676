using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Data.ArtifactFiles;
using DeepmineSentinel.Data.Database;
using DeepmineSentinel.Learning.Runs.Report;
using DeepmineSentinel.Web.ViewModels;
using Microsoft.EntityFrameworkCore;

namespace DeepmineSentinel.Web.Services.Training;

/// <summary>Opens the files of a run for those who ask for them by its id, and says in words why there are none.</summary>
public sealed class RunArtifacts(ArtifactStore store, IDbContextFactory<SentinelDbContext> contexts)
{
    /// <summary>The verified files, and the registered version; null: not registered.</summary>
    /// <exception cref="SentinelException">The text is no run id, the run has no files (yet, or any more), or they are damaged.</exception>
    public async Task<(SealedRun Run, ModelVersion? Version)> OpenAsync(
        string runId,
        CancellationToken cancellationToken
    )
    {
        RunId id = RunId.Parse(runId);
        await using SentinelDbContext context = await contexts.CreateDbContextAsync(cancellationToken);
        ModelVersion? version = await context
            .ModelVersions.AsNoTracking()
            .FirstOrDefaultAsync(known => known.RunId == id.Value, cancellationToken);
        if (!store.IsSealed(id))
        {
            TrainingRun? run = await context
                .TrainingRuns.AsNoTracking()
                .FirstOrDefaultAsync(known => known.RunId == id.Value, cancellationToken);
            throw Missing(id, version, run);
        }

        return (store.Open(id), version);
    }

    /// <summary>The report of a run: the one it wrote, or one made now from its files.</summary>
    /// <exception cref="SentinelException">A file is damaged.</exception>
    public static Stream OpenReport(SealedRun run)
    {
        if (run.Has(ArtifactFileNames.Report))
        {
            return run.OpenRead(ArtifactFileNames.Report);
        }

        MemoryStream report = new();
        ReportFile.Write(report, run.OpenRead, run.Has(ArtifactFileNames.Details));
        report.Position = 0;
        return report;
    }

    private static SentinelException Missing(RunId id, ModelVersion? version, TrainingRun? run) =>
        (version, run) switch
        {
            (not null, _) => new SentinelException(
                FailureKind.NotFound,
                "artifact_removed",
                $"The files of run {id} were removed; its row stays for the record."
            ),
            (_, { IsOver: false }) => new SentinelException(
                FailureKind.Conflict,
                "run_not_finished",
                $"Run {id} is {Words.Key(run.State)}: it has no model yet."
            ),
            (_, not null) => new SentinelException(
                FailureKind.NotFound,
                "run_without_model",
                $"Run {id} is {Words.Key(run.State)}: no model came of it."
            ),
            _ => new SentinelException(FailureKind.NotFound, "run_not_found", $"There is no run {id}."),
        };
}
