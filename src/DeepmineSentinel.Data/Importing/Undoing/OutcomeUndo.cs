using System.Text.Json;
using DeepmineSentinel.Core.Importing;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Data.Database;
using Microsoft.EntityFrameworkCore;

namespace DeepmineSentinel.Data.Importing.Undoing;

/// <summary>Outcomes are replaced rather than changed; those before the import come back with what people had said of them.</summary>
internal sealed class OutcomeUndo(SentinelDbContext context, ImportBatch batch) : KindUndo(context, batch)
{
    public override async Task<UndoRefusal?> RefusalAsync(CancellationToken token)
    {
        int reviewed = await Own.CountAsync(
            row => Context.OutcomeReviews.Any(review => review.OutcomeId == row.Id),
            token
        );
        return reviewed > 0 ? UndoWords.Reviewed(Batch, reviewed) : await base.RefusalAsync(token);
    }

    public override async Task<(int Removed, int Restored)> TakeBackAsync(UndoMeter meter, CancellationToken token)
    {
        int gone = await Own.ExecuteDeleteAsync(token);
        OutcomeBefore[] found =
        [
            .. (await FoundAsync(ReplacedSubject.Outcome, token)).Select(row =>
                JsonSerializer.Deserialize<OutcomeBefore>(row.Before!, RowJson.Options)!
            ),
        ];
        meter.Add(gone - found.Length);
        foreach (OutcomeBefore[] some in found.Chunk(RowsAtOnce))
        {
            await RestoreAsync(some, token);
            meter.Add(some.Length);
        }

        await ForgetAsync(token);
        return (gone - found.Length, found.Length);
    }

    private async Task RestoreAsync(OutcomeBefore[] found, CancellationToken token)
    {
        Outcome[] restored = [.. found.Select(before => before.Outcome with { Id = 0 })];
        Context.AddRange(restored.AsEnumerable());
        await Context.SaveChangesAsync(token);
        Context.AddRange(
            found.SelectMany(
                (before, index) =>
                    before.Reviews.Select(review => review with { Id = 0, OutcomeId = restored[index].Id })
            )
        );
        await Context.SaveChangesAsync(token);
        Context.ChangeTracker.Clear();
    }

    protected override Task<int> OwnAsync(CancellationToken token) => Own.CountAsync(token);

    private IQueryable<Outcome> Own => Context.Outcomes.Where(row => row.ImportBatchId == Batch.Id);
}
