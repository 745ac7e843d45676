using System.Linq.Expressions;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Predictions;
using DeepmineSentinel.Core.Predictions.Batches;
using DeepmineSentinel.Core.Risk;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Data.Database;
using DeepmineSentinel.Web.Options;
using DeepmineSentinel.Web.Services.Predictions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace DeepmineSentinel.Web.Services.Queries;

/// <summary>Batches of predictions and their results for pages and the API, by a fixed number of statements.</summary>
public sealed class PredictionBatchQueries(
    SentinelDbContext database,
    PredictionStore store,
    IOptions<PredictionsOptions> predictions,
    TimeProvider clock
)
{
    /// <summary>One page of batches, newest first: two statements.</summary>
    public async Task<PredictionBatchPage> ListAsync(int page, CancellationToken cancellationToken)
    {
        int total = await database.PredictionBatches.CountAsync(cancellationToken);
        int shown = Math.Clamp(page, 1, new PredictionBatchPage([], total, 1).Pages);
        List<PredictionBatch> rows = await database
            .PredictionBatches.AsNoTracking()
            .OrderByDescending(batch => batch.Id)
            .Skip((shown - 1) * PredictionBatchPage.PageSize)
            .Take(PredictionBatchPage.PageSize)
            .ToListAsync(cancellationToken);
        return new PredictionBatchPage(rows, total, shown);
    }

    /// <summary>One batch.</summary>
    /// <exception cref="SentinelException">There is no such batch.</exception>
    public async Task<PredictionBatch> GetAsync(int id, CancellationToken cancellationToken) =>
        await database.PredictionBatches.AsNoTracking().FirstOrDefaultAsync(batch => batch.Id == id, cancellationToken)
        ?? throw new SentinelException(FailureKind.NotFound, "prediction_batch_not_found", $"There is no batch {id}.");

    /// <summary>One page of a batch's results: two statements.</summary>
    public async Task<PredictionBatchResults> ResultsAsync(
        int id,
        PredictionBatchFilter filter,
        CancellationToken cancellationToken
    )
    {
        IQueryable<Placed> found = Filtered(id, filter);
        int total = await found.CountAsync(cancellationToken);
        int pages = new PredictionBatchResults([], total, 1, filter.PageSize).Pages;
        int page = Math.Clamp(filter.Page, 1, pages);
        DateTime cutoff = Cutoff;
        List<PredictionBatchRow> rows = await Ordered(found, filter)
            .Skip((page - 1) * filter.PageSize)
            .Take(filter.PageSize)
            .Select(row => new PredictionBatchRow
            {
                Item = row.Item,
                Stope = row.Stope.Name,
                Mine = row.Mine.Name,
                Zone = row.Mine.TimeZoneId,
                IsSynthetic = row.Mine.IsSynthetic,
                FailedAt = database
                    .Failures()
                    .Where(seen => seen.StopeId == row.Stope.Id)
                    .Min(seen => seen.OccurredAt ?? (DateTime?)seen.ObservedAt),
                IsOld = row.Item.AsOf < cutoff || row.Item.Level == RiskLevel.Stale,
            })
            .ToListAsync(cancellationToken);
        return new PredictionBatchResults(rows, total, page, filter.PageSize);
    }

    /// <summary>Whole answers of a batch in the order of the filter, whatever its page; stopes that wait are left out.</summary>
    public async IAsyncEnumerable<StabilityPrediction> AnswersAsync(int id, PredictionBatchFilter filter)
    {
        var answers = Ordered(Filtered(id, filter).Where(row => row.Item.ComputedAt != null), filter)
            .Select(row => new
            {
                row.Item.Document,
                Stored = database
                    .Predictions.Where(stored => stored.Id == row.Item.PredictionId)
                    .Select(stored => stored.Document)
                    .FirstOrDefault(),
            });
        await foreach (var answer in answers.AsAsyncEnumerable())
        {
            if ((answer.Document ?? answer.Stored) is { } document)
            {
                yield return store.Aged(document);
            }
        }
    }

    private DateTime Cutoff => clock.GetUtcNow().UtcDateTime - predictions.Value.StaleAfter;

    private IQueryable<Placed> Filtered(int id, PredictionBatchFilter filter)
    {
        IQueryable<Placed> rows =
            from item in database.PredictionBatchItems.AsNoTracking()
            join stope in database.Stopes on item.StopeId equals stope.Id
            join mine in database.Mines on stope.MineId equals mine.Id
            join batch in database.PredictionBatches on item.BatchId equals batch.Id
            where item.BatchId == id
            select new Placed
            {
                Item = item,
                Stope = stope,
                Mine = mine,
                Moment = batch.AsOf,
            };
        if (filter.MineId is { } wanted)
        {
            rows = rows.Where(row => row.Mine.Id == wanted);
        }

        if (!string.IsNullOrWhiteSpace(filter.Search))
        {
            string pattern = LikePattern.Containing(filter.Search.Trim());
            rows = rows.Where(row => EF.Functions.Like(row.Stope.Name, pattern, LikePattern.Escape));
        }

        return OfLevel(filter.Failed is { } failed ? Failing(rows, failed) : rows, filter.Level);
    }

    // As the page calls a stope failed: by what was observed up to the batch's moment.
    private IQueryable<Placed> Failing(IQueryable<Placed> rows, bool failed) =>
        rows.Where(row =>
            database
                .Failures()
                .Any(seen =>
                    seen.StopeId == row.Stope.Id
                    && (row.Moment == null || (seen.OccurredAt ?? seen.ObservedAt) <= row.Moment)
                ) == failed
        );

    private IQueryable<Placed> OfLevel(IQueryable<Placed> rows, RiskLevel? wanted)
    {
        DateTime cutoff = Cutoff;
        return wanted switch
        {
            null => rows,
            RiskLevel.Unknown => rows.Where(row => row.Item.Level == RiskLevel.Unknown),
            RiskLevel.Stale => rows.Where(row =>
                row.Item.Level != null
                && row.Item.Level != RiskLevel.Unknown
                && (row.Item.AsOf < cutoff || row.Item.Level == RiskLevel.Stale)
            ),
            _ => rows.Where(row => row.Item.Level == wanted && (row.Item.AsOf == null || row.Item.AsOf >= cutoff)),
        };
    }

    private IQueryable<Placed> Ordered(IQueryable<Placed> rows, PredictionBatchFilter filter)
    {
        DateTime cutoff = Cutoff;
        bool down = filter.Descending;
        IOrderedQueryable<Placed> ordered = filter.Sort switch
        {
            PredictionBatchSort.Name => By(rows, row => row.Stope.Name, down),
            PredictionBatchSort.Mine => By(rows, row => row.Mine.Name, down),
            PredictionBatchSort.SevenDay => By(rows, row => row.Item.SevenDayProbability, down),
            PredictionBatchSort.NotStable => By(rows, row => row.Item.NotStableProbability, down),
            PredictionBatchSort.AsOf => By(rows, row => row.Item.AsOf, down),
            _ => By(
                rows,
                row => row.Item.Level != RiskLevel.Unknown && row.Item.AsOf < cutoff ? 1 : (int?)row.Item.Level,
                down
            ),
        };
        return ordered
            .ThenByDescending(row => row.Item.SevenDayProbability)
            .ThenBy(row => row.Stope.Name)
            .ThenBy(row => row.Stope.Id);
    }

    private static IOrderedQueryable<Placed> By<TKey>(
        IQueryable<Placed> rows,
        Expression<Func<Placed, TKey>> key,
        bool down
    ) => down ? rows.OrderByDescending(key) : rows.OrderBy(key);

    private sealed class Placed
    {
        public required PredictionBatchItem Item { get; init; }

        public required Stope Stope { get; init; }

        public required Mine Mine { get; init; }

        /// <summary>The batch's; null: each stope's newest reading.</summary>
        public DateTime? Moment { get; init; }
    }
}
