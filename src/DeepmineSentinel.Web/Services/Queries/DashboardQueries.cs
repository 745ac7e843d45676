using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Core.Risk;
using DeepmineSentinel.Data.Database;
using DeepmineSentinel.Web.Options;
using DeepmineSentinel.Web.ViewModels;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace DeepmineSentinel.Web.Services.Queries;

/// <summary>The dashboard's counts, by a fixed number of statements.</summary>
public sealed class DashboardQueries(
    SentinelDbContext database,
    IOptions<PredictionsOptions> predictions,
    TimeProvider clock
)
{
    public async Task<DashboardFacts> CountAsync(CancellationToken cancellationToken)
    {
        List<LevelGroup> groups = await GroupsAsync(cancellationToken);
        List<bool> mines = await database.Mines.Select(mine => mine.IsSynthetic).ToListAsync(cancellationToken);
        return new DashboardFacts
        {
            Levels = Words.Levels.ToDictionary(
                level => level,
                level => groups.Where(group => group.Shown == level).Sum(group => group.Count)
            ),
            NeverPredicted = groups.Where(group => group.Level is null).Sum(group => group.Count),
            RealMines = mines.Count(synthetic => !synthetic),
            SyntheticMines = mines.Count(synthetic => synthetic),
            HasReadings = await database.Readings.AnyAsync(cancellationToken),
            OpenRun = await OpenRunAsync(cancellationToken),
            LastImport = await database
                .ImportBatches.AsNoTracking()
                .OrderByDescending(batch => batch.Id)
                .FirstOrDefaultAsync(cancellationToken),
        };
    }

    private Task<List<LevelGroup>> GroupsAsync(CancellationToken cancellationToken)
    {
        DateTime cutoff = clock.GetUtcNow().UtcDateTime - predictions.Value.StaleAfter;
        return Joined
            .Latest(database, database.Stopes.AsNoTracking().Where(stope => stope.ArchivedAt == null))
            .GroupBy(row => new
            {
                Level = row.Prediction == null ? null : (RiskLevel?)row.Prediction.Level,
                Old = row.Prediction != null && row.Prediction.AsOf < cutoff,
            })
            .Select(group => new LevelGroup(group.Key.Level, group.Key.Old, group.Count()))
            .ToListAsync(cancellationToken);
    }

    private Task<TrainingRun?> OpenRunAsync(CancellationToken cancellationToken) =>
        database
            .TrainingRuns.AsNoTracking()
            .Where(run => run.State == TrainingRunState.Running || run.State == TrainingRunState.Queued)
            .OrderByDescending(run => run.State == TrainingRunState.Running)
            .ThenBy(run => run.Id)
            .FirstOrDefaultAsync(cancellationToken);

    private sealed record LevelGroup(RiskLevel? Level, bool Old, int Count)
    {
        public RiskLevel Shown =>
            Level is not { } level || level == RiskLevel.Unknown ? RiskLevel.Unknown
            : Old ? RiskLevel.Stale
            : level;
    }
}
