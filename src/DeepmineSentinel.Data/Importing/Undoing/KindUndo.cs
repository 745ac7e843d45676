using DeepmineSentinel.Core.Importing;
using DeepmineSentinel.Data.Database;
using Microsoft.EntityFrameworkCore;

namespace DeepmineSentinel.Data.Importing.Undoing;

/// <summary>Takes back what one kind of file brought. Rows carry the import that wrote them last, so those that still do are its own.</summary>
internal abstract class KindUndo(SentinelDbContext context, ImportBatch batch)
{
    /// <summary>Rows that are put back one by one and held in memory at once.</summary>
    protected const int RowsAtOnce = 500;

    protected SentinelDbContext Context => context;

    protected ImportBatch Batch => batch;

    /// <summary>Why it cannot be taken back; null: it can.</summary>
    public virtual async Task<UndoRefusal?> RefusalAsync(CancellationToken token)
    {
        int lost = batch.Added + batch.Updated - await OwnAsync(token);
        return lost == 0 ? null : UndoWords.ChangedSince(batch, lost, await LaterAsync(token));
    }

    /// <summary>Removes what was added, puts back what was changed, within the present transaction.</summary>
    /// <returns>Rows removed, and rows put back.</returns>
    public abstract Task<(int Removed, int Restored)> TakeBackAsync(UndoMeter meter, CancellationToken token);

    /// <summary>Rows that still carry the import.</summary>
    protected abstract Task<int> OwnAsync(CancellationToken token);

    /// <summary>Later imports that changed rows of this one, the latest first.</summary>
    protected virtual async Task<List<int>> LaterAsync(CancellationToken token) =>
        await context
            .ReplacedRows.Where(before => before.PriorBatchId == batch.Id)
            .Select(before => before.ImportBatchId)
            .Distinct()
            .OrderDescending()
            .ToListAsync(token);

    /// <summary>What the import found of one subject.</summary>
    protected async Task<List<ReplacedRow>> FoundAsync(ReplacedSubject subject, CancellationToken token) =>
        await context
            .ReplacedRows.AsNoTracking()
            .Where(before => before.ImportBatchId == batch.Id && before.Subject == subject)
            .OrderBy(before => before.Id)
            .ToListAsync(token);

    protected Task ForgetAsync(CancellationToken token) =>
        context.ReplacedRows.Where(before => before.ImportBatchId == batch.Id).ExecuteDeleteAsync(token);
}
