using DeepmineSentinel.Core.Alerts;
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
    StopeListQueries stopes,
    AlertQueries alerts,
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
            Failed = await stopes.CountAsync(new StopeListFilter { Failed = true }, cancellationToken),
            Changed = await ChangedAsync(cancellationToken),
            OpenAlerts = await alerts.OpenAsync(cancellationToken),
            NewAlerts = await NewAlertsAsync(cancellationToken),
            SilentSensors = await database.Alerts.CountAsync(
                alert => alert.ResolvedAt == null && alert.CauseKind == AlertCauseKind.MissingSensor,
                cancellationToken
            ),
            OpenRuns = await Open().CountAsync(cancellationToken),
            RealMines = mines.Count(synthetic => !synthetic),
            SyntheticMines = mines.Count(synthetic => synthetic),
            HasReadings = await database.Readings.AnyAsync(cancellationToken),
            OpenRun = await OpenRunAsync(cancellationToken),
            LastImport = await database
                .ImportBatches.AsNoTracking()
                .Where(batch => batch.UndoneAt == null)
                .OrderByDescending(batch => batch.Id)
                .FirstOrDefaultAsync(cancellationToken),
        };
    }

    private Task<List<LevelGroup>> GroupsAsync(CancellationToken cancellationToken)
    {
        DateTime cutoff = clock.GetUtcNow().UtcDateTime - predictions.Value.StaleAfter;
        return Joined
            .Latest(database, database.Stopes.AsNoTracking().Where(stope => stope.ArchivedAt == null))
            .Where(row => row.FailedAt == null)
            .GroupBy(row => new
            {
                Level = row.Prediction == null ? null : (RiskLevel?)row.Prediction.Level,
                Old = row.Prediction != null && row.Prediction.AsOf < cutoff,
            })
            .Select(group => new LevelGroup(group.Key.Level, group.Key.Old, group.Count()))
            .ToListAsync(cancellationToken);
    }

    // The numbers are those of the lists that they lead to, as the same filters count them.
    private async Task<IReadOnlyDictionary<StopeChange, int>> ChangedAsync(CancellationToken cancellationToken)
    {
        Dictionary<StopeChange, int> counts = [];
        foreach (StopeChange change in Enum.GetValues<StopeChange>())
        {
            counts[change] = await stopes.CountAsync(new StopeListFilter { Change = change }, cancellationToken);
        }

        return counts;
    }

    private Task<int> NewAlertsAsync(CancellationToken cancellationToken)
    {
        DateTime since = clock.GetUtcNow().UtcDateTime.AddDays(-1);
        return database.Alerts.CountAsync(alert => alert.RaisedAt >= since, cancellationToken);
    }

    private Task<TrainingRun?> OpenRunAsync(CancellationToken cancellationToken) =>
        Open()
            .OrderByDescending(run => run.State == TrainingRunState.Running)
            .ThenBy(run => run.Id)
            .FirstOrDefaultAsync(cancellationToken);

    private IQueryable<TrainingRun> Open() =>
        database
            .TrainingRuns.AsNoTracking()
            .Where(run => run.State == TrainingRunState.Running || run.State == TrainingRunState.Queued);

    private sealed record LevelGroup(RiskLevel? Level, bool Old, int Count)
    {
        public RiskLevel Shown =>
            Level is not { } level || level == RiskLevel.Unknown ? RiskLevel.Unknown
            : Old ? RiskLevel.Stale
            : level;
    }
}
