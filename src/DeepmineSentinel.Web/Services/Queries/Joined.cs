using System.Linq.Expressions;
using DeepmineSentinel.Core.Predictions;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Data.Database;

namespace DeepmineSentinel.Web.Services.Queries;

/// <summary>A stope with its mine and its latest prediction, joined inside the database.</summary>
internal sealed class Joined
{
    public required Stope Stope { get; init; }

    public required Mine Mine { get; init; }

    public required StoredPrediction? Prediction { get; init; }

    /// <summary>When it fell, UTC; null: no failure was observed.</summary>
    public required DateTime? FailedAt { get; init; }

    public static IQueryable<Joined> Latest(SentinelDbContext database, IQueryable<Stope> stopes) =>
        from stope in stopes
        join mine in database.Mines on stope.MineId equals mine.Id
        join latest in database.Predictions.Where(row => row.IsLatest) on stope.Id equals latest.StopeId into answers
        from answer in answers.DefaultIfEmpty()
        select new Joined
        {
            Stope = stope,
            Mine = mine,
            Prediction = answer,
            FailedAt = database
                .Failures()
                .Where(seen => seen.StopeId == stope.Id)
                .Min(seen => seen.OccurredAt ?? (DateTime?)seen.ObservedAt),
        };
}

internal static class JoinedOrder
{
    public static IOrderedQueryable<Joined> By<TKey>(
        this IQueryable<Joined> rows,
        Expression<Func<Joined, TKey>> key,
        bool descending
    ) => descending ? rows.OrderByDescending(key) : rows.OrderBy(key);
}
