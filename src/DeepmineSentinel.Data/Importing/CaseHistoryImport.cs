using DeepmineSentinel.Core.Importing;
using DeepmineSentinel.Core.Stability;
using DeepmineSentinel.Data.Csv;
using DeepmineSentinel.Data.Csv.Rows;
using Microsoft.EntityFrameworkCore;

namespace DeepmineSentinel.Data.Importing;

/// <summary>
/// Adds case histories. Equal rows of one file are kept, as collections have them; a case that was stored before is refused,
/// or passed over with an update, so that a file imported twice counts once.
/// </summary>
internal sealed class CaseHistoryImport(ImportScope scope) : RowImport(scope)
{
    private readonly List<(int Line, CaseHistory Case)> taken = [];
    private HashSet<CaseHistory>? stored;

    public override async ValueTask TakeAsync(RowReader row, CancellationToken token)
    {
        if (CaseHistoryRowParser.Parse(row) is not { } history)
        {
            return;
        }

        stored ??= await StoredAsync(token);
        if (!stored.Contains(history))
        {
            taken.Add((row.Table.Line, history));
        }
        else if (!Scope.Request.Update)
        {
            row.Refuse("", "row", RowReasons.Known(ImportKind.CaseHistories));
        }
    }

    public override async Task FlushAsync(CancellationToken token)
    {
        if (taken.Count == 0)
        {
            return;
        }

        int batch = await Scope.Batches.ForAsync(null, token);
        Scope.Context.AddRange(taken.Select(located => located.Case with { ImportBatchId = batch }));
        await Scope.Context.SaveChangesAsync(token);
        Scope.Context.ChangeTracker.Clear();
        Scope.Added += taken.Count;
        Scope.Remarks = CaseHistoryRemarks.Of(taken);
    }

    private async Task<HashSet<CaseHistory>> StoredAsync(CancellationToken token)
    {
        List<CaseHistory> all = await Scope.Context.CaseHistories.AsNoTracking().ToListAsync(token);
        return [.. all.Select(history => history with { Id = 0, ImportBatchId = null })];
    }
}
