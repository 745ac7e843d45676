using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Data.Database;
using DeepmineSentinel.Web.Services.Registry;
using DeepmineSentinel.Web.Services.Training;
using DeepmineSentinel.Web.ViewModels.Training;
using Microsoft.EntityFrameworkCore;

namespace DeepmineSentinel.Web.Services.Queries;

/// <summary>Training runs for pages.</summary>
public sealed class TrainingQueries(SentinelDbContext database, TimeProvider clock)
{
    /// <summary>One page of runs, newest first, and how many there are in all.</summary>
    /// <param name="page">From 1.</param>
    /// <param name="pageSize">Most on a page.</param>
    /// <param name="state">Only runs in this state; null: all.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public async Task<(IReadOnlyList<TrainingRun> Runs, int Total)> PageAsync(
        int page,
        int pageSize,
        TrainingRunState? state,
        CancellationToken cancellationToken
    )
    {
        IQueryable<TrainingRun> runs = database
            .TrainingRuns.AsNoTracking()
            .Where(run => state == null || run.State == state);
        return (
            await runs.OrderByDescending(run => run.Id)
                .Skip((page - 1) * pageSize)
                .Take(pageSize)
                .ToListAsync(cancellationToken),
            await runs.CountAsync(cancellationToken)
        );
    }

    /// <summary>Runs that wait or train, in the order they are taken.</summary>
    public async Task<IReadOnlyList<TrainingRun>> OpenAsync(CancellationToken cancellationToken) =>
        await database
            .TrainingRuns.AsNoTracking()
            .Where(run => run.State == TrainingRunState.Running || run.State == TrainingRunState.Queued)
            .OrderByDescending(run => run.State == TrainingRunState.Running)
            .ThenBy(run => run.RequestedAt)
            .ThenBy(run => run.Id)
            .ToListAsync(cancellationToken);

    /// <exception cref="SentinelException">The text is no run id, or there is no such run.</exception>
    public async Task<TrainingRun> GetAsync(string runId, CancellationToken cancellationToken)
    {
        string id = RunId.Parse(runId).Value;
        return await database.TrainingRuns.AsNoTracking().FirstOrDefaultAsync(run => run.RunId == id, cancellationToken)
            ?? throw new SentinelException(FailureKind.NotFound, "run_not_found", $"There is no training run {id}.");
    }

    /// <summary>What people read of runs, by run id: their models' titles, or what was asked for.</summary>
    public async Task<IReadOnlyDictionary<string, string>> TitlesAsync(
        IReadOnlyList<TrainingRun> runs,
        CancellationToken cancellationToken
    )
    {
        string[] finished = [.. runs.Where(run => run.State == TrainingRunState.Completed).Select(run => run.RunId)];
        List<ModelVersion> versions =
            finished.Length == 0
                ? []
                : await database
                    .ModelVersions.AsNoTracking()
                    .Where(version => finished.Contains(version.RunId))
                    .ToListAsync(cancellationToken);
        Dictionary<string, string> titles = versions.ToDictionary(
            version => version.RunId,
            version => ModelSummary.Of(version).Title
        );
        foreach (TrainingRun run in runs)
        {
            titles.TryAdd(run.RunId, AskedTitle.Of(run));
        }

        return titles;
    }

    /// <summary>The training result as it was written; null: no model of the run is registered.</summary>
    public Task<string?> ResultAsync(string runId, CancellationToken cancellationToken) =>
        database
            .ModelVersions.Where(version => version.RunId == runId)
            .Select(version => version.Metrics)
            .FirstOrDefaultAsync(cancellationToken);

    /// <summary>How far a run is now.</summary>
    public TrainingProgressViewModel ProgressOf(TrainingRun run, IReadOnlyList<LossPoint> points) =>
        TrainingProgressViewModel.Of(run, clock.GetUtcNow().UtcDateTime, TrainingPace.Left(run, points));

    public Task<bool> IsRegisteredAsync(string runId, CancellationToken cancellationToken) =>
        database.ModelVersions.AnyAsync(version => version.RunId == runId, cancellationToken);
}
