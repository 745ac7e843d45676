using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Monitoring;
using DeepmineSentinel.Core.Predictions;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Data.Database;
using Microsoft.EntityFrameworkCore;

namespace DeepmineSentinel.Web.Services.Queries;

/// <summary>One stope and what belongs to it, by a fixed number of statements.</summary>
public sealed class StopeQueries(SentinelDbContext database)
{
    /// <summary>The most events, outcomes or comments that a page lists.</summary>
    public const int MostListed = 50;

    /// <summary>Days whose extremes the page lists for who has no script.</summary>
    public const int DaysListed = 30;

    // Rows that are looked through for MostListed moments.
    private const int MostAnswers = 500;

    /// <summary>Rows of one page of readings.</summary>
    public const int ReadingsPageSize = 100;

    /// <exception cref="SentinelException">There is no such stope.</exception>
    public async Task<(Stope Stope, Mine Mine)> GetAsync(int id, CancellationToken cancellationToken)
    {
        var found = await database
            .Stopes.AsNoTracking()
            .Where(stope => stope.Id == id)
            .Join(database.Mines, stope => stope.MineId, mine => mine.Id, (stope, mine) => new { stope, mine })
            .FirstOrDefaultAsync(cancellationToken);
        return found is null
            ? throw new SentinelException(FailureKind.NotFound, "stope_not_found", "There is no such stope.")
            : (found.stope, found.mine);
    }

    /// <exception cref="SentinelException">There is no such stope.</exception>
    public async Task<StopeFacts> FactsAsync(int id, CancellationToken cancellationToken)
    {
        (Stope stope, Mine mine) = await GetAsync(id, cancellationToken);
        var outcomes = await Newest(
                database.Outcomes.Where(row => row.StopeId == id).OrderByDescending(row => row.ObservedAt)
            )
            .Select(outcome => new
            {
                Outcome = outcome,
                Reviews = database
                    .OutcomeReviews.Where(review => review.OutcomeId == outcome.Id)
                    .OrderBy(review => review.Id)
                    .ToList(),
            })
            .ToListAsync(cancellationToken);
        return new StopeFacts
        {
            Stope = stope,
            Mine = mine,
            Readings = await SpanAsync(id, cancellationToken),
            LastDays = await Days(id)
                .AsNoTracking()
                .OrderByDescending(row => row.Start)
                .Take(DaysListed)
                .ToListAsync(cancellationToken),
            Events = await Newest(database.Events.Where(row => row.StopeId == id).OrderByDescending(e => e.Timestamp))
                .ToListAsync(cancellationToken),
            Outcomes = [.. outcomes.Select(row => row.Outcome)],
            Reviews = outcomes.SelectMany(row => row.Reviews).ToLookup(review => review.OutcomeId),
            Answers = await AnswersAsync(id, cancellationToken),
            Feedback = await Newest(FeedbackOf(id).OrderByDescending(row => row.Id)).ToListAsync(cancellationToken),
        };
    }

    /// <summary>A page of readings inside [from, to), newest first.</summary>
    public async Task<IReadOnlyList<Reading>> ReadingsAsync(
        int id,
        TimeRange range,
        int page,
        CancellationToken cancellationToken
    ) =>
        await range
            .Within(database.Readings.AsNoTracking().Where(row => row.StopeId == id))
            .OrderByDescending(row => row.Timestamp)
            .Skip((page - 1) * ReadingsPageSize)
            .Take(ReadingsPageSize)
            .ToListAsync(cancellationToken);

    /// <summary>The reading of a moment; null: there is none.</summary>
    public Task<Reading?> ReadingAtAsync(int id, DateTime moment, CancellationToken cancellationToken) =>
        database
            .Readings.AsNoTracking()
            .FirstOrDefaultAsync(row => row.StopeId == id && row.Timestamp == moment, cancellationToken);

    public Task<int> CountReadingsAsync(int id, TimeRange range, CancellationToken cancellationToken) =>
        range.Within(database.Readings.Where(row => row.StopeId == id)).CountAsync(cancellationToken);

    /// <summary>Streams the readings inside [from, to) in order of time.</summary>
    public IAsyncEnumerable<Reading> StreamReadings(int id, TimeRange range) =>
        range
            .Within(database.Readings.AsNoTracking().Where(row => row.StopeId == id))
            .OrderBy(row => row.Timestamp)
            .AsAsyncEnumerable();

    // The same moment is answered again whenever something changed: the last answer stands for it.
    private async Task<IReadOnlyList<StopeAnswer>> AnswersAsync(int id, CancellationToken cancellationToken)
    {
        List<StopeAnswer> answers = await database
            .Predictions.Where(row => row.StopeId == id)
            .OrderByDescending(row => row.ComputedAt)
            .Take(MostAnswers)
            .Select(row => new StopeAnswer(
                row.AsOf,
                row.ComputedAt,
                row.Level,
                row.SevenDayProbability,
                row.NotStableProbability,
                row.RunId,
                row.Mode
            ))
            .ToListAsync(cancellationToken);
        return [.. answers.DistinctBy(answer => answer.AsOf).Take(MostListed)];
    }

    // Counted by days: a million readings take as long as a year of them.
    private Task<ReadingSpan> SpanAsync(int id, CancellationToken cancellationToken) =>
        database
            .Stopes.Where(stope => stope.Id == id)
            .Select(stope => new ReadingSpan(
                Days(id).Sum(row => row.Readings),
                database.Readings.Where(row => row.StopeId == id).Min(row => (DateTime?)row.Timestamp),
                database.Readings.Where(row => row.StopeId == id).Max(row => (DateTime?)row.Timestamp)
            ))
            .FirstAsync(cancellationToken);

    private IQueryable<ReadingSummary> Days(int id) =>
        database.ReadingSummaries.Where(row => row.StopeId == id && row.Hours == ReadingSummary.Day);

    private IQueryable<PredictionFeedback> FeedbackOf(int stopeId) =>
        database.Feedback.Where(row =>
            database.Predictions.Any(answer => answer.Id == row.PredictionId && answer.StopeId == stopeId)
        );

    private static IQueryable<TRow> Newest<TRow>(IOrderedQueryable<TRow> rows)
        where TRow : class => rows.Take(MostListed).AsNoTracking();
}
