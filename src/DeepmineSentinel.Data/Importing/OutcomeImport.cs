using System.Text.Json;
using DeepmineSentinel.Core.Importing;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Data.Csv;
using DeepmineSentinel.Data.Csv.Rows;
using Microsoft.EntityFrameworkCore;
using Key = (int StopeId, System.DateTime ObservedAt);

namespace DeepmineSentinel.Data.Importing;

/// <summary>Adds and replaces outcomes.</summary>
internal sealed class OutcomeImport(ImportScope scope) : DatedImport<Outcome, Key>(scope, ImportKind.Outcomes)
{
    private ILookup<int, OutcomeReview> reviews = Array.Empty<OutcomeReview>().ToLookup(review => review.OutcomeId);

    protected override string TimeColumn => CsvLayout.ObservedAt;

    protected override (StopeKey Key, Outcome Entity)? Parse(RowReader row) =>
        OutcomeRowParser.Parse(row) is { } parsed ? (new StopeKey(parsed.Mine, parsed.Stope), parsed.Outcome) : null;

    protected override Outcome Placed(Outcome entity, int stopeId, int batchId) =>
        entity with
        {
            StopeId = stopeId,
            ImportBatchId = batchId,
        };

    protected override Key KeyOf(Outcome entity) => (entity.StopeId, entity.ObservedAt);

    protected override int? BatchOf(Outcome entity) => entity.ImportBatchId;

    protected override void KeepBefore(Outcome before) =>
        Scope.Batches.Keep(
            ReplacedSubject.Outcome,
            before.Id,
            before.ImportBatchId,
            JsonSerializer.Serialize(new OutcomeBefore(before, [.. reviews[before.Id]]), RowJson.Options)
        );

    protected override async Task<Dictionary<Key, Outcome>> StoredAsync(
        IReadOnlyList<Outcome> entities,
        CancellationToken token
    )
    {
        int[] stopes = [.. entities.Select(entity => entity.StopeId).Distinct()];
        DateTime from = entities.Min(entity => entity.ObservedAt);
        DateTime to = entities.Max(entity => entity.ObservedAt);
        List<Outcome> stored = await Scope
            .Context.Outcomes.AsNoTracking()
            .Where(entity => stopes.Contains(entity.StopeId) && entity.ObservedAt >= from && entity.ObservedAt <= to)
            .ToListAsync(token);
        await ReadReviewsAsync([.. stored.Select(outcome => outcome.Id)], token);
        return stored.GroupBy(KeyOf).ToDictionary(group => group.Key, group => group.First());
    }

    // They go with the outcome that they are about, so they have to come back with it.
    private async Task ReadReviewsAsync(int[] outcomes, CancellationToken token)
    {
        if (Scope.Request.Update && outcomes.Length > 0)
        {
            List<OutcomeReview> said = await Scope
                .Context.OutcomeReviews.AsNoTracking()
                .Where(review => outcomes.Contains(review.OutcomeId))
                .OrderBy(review => review.Id)
                .ToListAsync(token);
            reviews = said.ToLookup(review => review.OutcomeId);
        }
    }
}
