using System.Text.Json;
using DeepmineSentinel.Core.Importing;
using DeepmineSentinel.Core.Monitoring;
using DeepmineSentinel.Data.Database;
using Microsoft.EntityFrameworkCore;

namespace DeepmineSentinel.Data.Importing.Undoing;

/// <summary>Events are replaced rather than changed: those of the import go, those before it are written again.</summary>
internal sealed class EventUndo(SentinelDbContext context, ImportBatch batch) : KindUndo(context, batch)
{
    public override async Task<(int Removed, int Restored)> TakeBackAsync(UndoMeter meter, CancellationToken token)
    {
        int gone = await Own.ExecuteDeleteAsync(token);
        List<ReplacedRow> found = await FoundAsync(ReplacedSubject.Event, token);
        meter.Add(gone - found.Count);
        foreach (ReplacedRow[] some in found.Chunk(RowsAtOnce))
        {
            Context.AddRange(some.Select(row => Before(row) with { Id = 0 }));
            await Context.SaveChangesAsync(token);
            Context.ChangeTracker.Clear();
            meter.Add(some.Length);
        }

        await ForgetAsync(token);
        return (gone - found.Count, found.Count);
    }

    protected override Task<int> OwnAsync(CancellationToken token) => Own.CountAsync(token);

    private IQueryable<OperationalEvent> Own => Context.Events.Where(row => row.ImportBatchId == Batch.Id);

    private static OperationalEvent Before(ReplacedRow row) =>
        JsonSerializer.Deserialize<OperationalEvent>(row.Before!, RowJson.Options)!;
}
