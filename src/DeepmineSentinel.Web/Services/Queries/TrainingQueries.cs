using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Data.Database;
using Microsoft.EntityFrameworkCore;

namespace DeepmineSentinel.Web.Services.Queries;

/// <summary>Training runs for pages.</summary>
public sealed class TrainingQueries(SentinelDbContext database)
{
    public const int MostListed = 100;

    public async Task<IReadOnlyList<TrainingRun>> NewestAsync(CancellationToken cancellationToken) =>
        await database
            .TrainingRuns.AsNoTracking()
            .OrderByDescending(run => run.Id)
            .Take(MostListed)
            .ToListAsync(cancellationToken);

    /// <exception cref="SentinelException">The text is no run id, or there is no such run.</exception>
    public async Task<TrainingRun> GetAsync(string runId, CancellationToken cancellationToken)
    {
        string id = RunId.Parse(runId).Value;
        return await database.TrainingRuns.AsNoTracking().FirstOrDefaultAsync(run => run.RunId == id, cancellationToken)
            ?? throw new SentinelException(FailureKind.NotFound, "run_not_found", $"There is no training run {id}.");
    }

    public Task<bool> IsRegisteredAsync(string runId, CancellationToken cancellationToken) =>
        database.ModelVersions.AnyAsync(version => version.RunId == runId, cancellationToken);
}
