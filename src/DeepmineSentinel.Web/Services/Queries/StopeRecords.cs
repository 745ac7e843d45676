using DeepmineSentinel.Core.Monitoring;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Data.Database;
using Microsoft.EntityFrameworkCore;

namespace DeepmineSentinel.Web.Services.Queries;

/// <summary>Events and outcomes of a stope by pages, newest first.</summary>
public sealed class StopeRecords(SentinelDbContext database)
{
    /// <param name="stopeId">The stope.</param>
    /// <param name="page">Number, from 1, and size.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public async Task<(IReadOnlyList<OperationalEvent> Rows, int Total)> EventsAsync(
        int stopeId,
        (int Number, int Size) page,
        CancellationToken cancellationToken
    )
    {
        IQueryable<OperationalEvent> rows = database.Events.AsNoTracking().Where(row => row.StopeId == stopeId);
        List<OperationalEvent> found = await Cut(
                rows.OrderByDescending(row => row.Timestamp).ThenByDescending(row => row.Id),
                page
            )
            .ToListAsync(cancellationToken);
        return (found, await rows.CountAsync(cancellationToken));
    }

    /// <summary>Outcomes, each with whether it may be learnt from.</summary>
    public async Task<(IReadOnlyList<(Outcome Outcome, OutcomeReviewState State)> Rows, int Total)> OutcomesAsync(
        int stopeId,
        (int Number, int Size) page,
        CancellationToken cancellationToken
    )
    {
        IQueryable<Outcome> rows = database.Outcomes.AsNoTracking().Where(row => row.StopeId == stopeId);
        var found = await Cut(rows.OrderByDescending(row => row.ObservedAt).ThenByDescending(row => row.Id), page)
            .Select(outcome => new
            {
                Outcome = outcome,
                Last = database
                    .OutcomeReviews.Where(review => review.OutcomeId == outcome.Id)
                    .OrderByDescending(review => review.Id)
                    .FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        return (
            [.. found.Select(row => (row.Outcome, row.Outcome.StateAfter(row.Last)))],
            await rows.CountAsync(cancellationToken)
        );
    }

    private static IQueryable<TRow> Cut<TRow>(IQueryable<TRow> rows, (int Number, int Size) page) =>
        rows.Skip((page.Number - 1) * page.Size).Take(page.Size);
}
