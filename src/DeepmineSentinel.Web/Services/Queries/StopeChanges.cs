using DeepmineSentinel.Core.Risk;
using DeepmineSentinel.Data.Database;

namespace DeepmineSentinel.Web.Services.Queries;

/// <summary>Finds the stopes that changed since a moment.</summary>
internal static class StopeChanges
{
    /// <param name="database">The database.</param>
    /// <param name="rows">Stopes to choose from.</param>
    /// <param name="change">What is to have changed.</param>
    /// <param name="times">The moment, and that before which readings are too old, UTC.</param>
    public static IQueryable<Joined> Of(
        SentinelDbContext database,
        IQueryable<Joined> rows,
        StopeChange change,
        (DateTime Since, DateTime Cutoff) times
    )
    {
        (DateTime since, DateTime cutoff) = times;
        if (change == StopeChange.Observed)
        {
            return rows.Where(row =>
                database.Outcomes.Any(seen => seen.StopeId == row.Stope.Id && seen.ObservedAt >= since)
            );
        }

        var levels = rows.Where(row =>
                row.FailedAt == null
                && row.Prediction!.Level >= RiskLevel.VeryLow
                && (row.Prediction.AsOf == null || row.Prediction.AsOf >= cutoff)
            )
            .Select(row => new
            {
                Row = row,
                Now = (int?)row.Prediction!.Level,
                Before = database
                    .Predictions.Where(old => old.StopeId == row.Stope.Id && old.ComputedAt <= since)
                    .OrderByDescending(old => old.ComputedAt)
                    .Select(old => (int?)old.Level)
                    .FirstOrDefault(),
            })
            .Where(pair => pair.Before >= (int)RiskLevel.VeryLow);
        return (
            change == StopeChange.Rose
                ? levels.Where(pair => pair.Now > pair.Before)
                : levels.Where(pair => pair.Now < pair.Before)
        ).Select(pair => pair.Row);
    }
}
