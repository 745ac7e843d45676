using DeepmineSentinel.Core.Importing;
using DeepmineSentinel.Data.Database;
using Microsoft.EntityFrameworkCore;

namespace DeepmineSentinel.Data.Importing.Undoing;

/// <summary>Case histories are only ever added.</summary>
internal sealed class CaseHistoryUndo(SentinelDbContext context, ImportBatch batch) : KindUndo(context, batch)
{
    public override async Task<(int Removed, int Restored)> TakeBackAsync(UndoMeter meter, CancellationToken token)
    {
        int gone = await Context.CaseHistories.Where(row => row.ImportBatchId == Batch.Id).ExecuteDeleteAsync(token);
        meter.Add(gone);
        return (gone, 0);
    }

    protected override Task<int> OwnAsync(CancellationToken token) =>
        Context.CaseHistories.CountAsync(row => row.ImportBatchId == Batch.Id, token);
}
