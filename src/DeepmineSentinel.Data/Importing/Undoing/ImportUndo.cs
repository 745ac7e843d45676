using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Importing;
using DeepmineSentinel.Data.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace DeepmineSentinel.Data.Importing.Undoing;

/// <summary>Takes whole imports back: what they added goes, what they changed is as before, in one transaction (docs/decisions/105).</summary>
/// <param name="contexts">Where contexts come from.</param>
/// <param name="clock">The moment that is written down.</param>
public sealed class ImportUndo(IDbContextFactory<SentinelDbContext> contexts, TimeProvider clock)
{
    /// <summary>Why an import cannot be taken back; null: it can.</summary>
    /// <param name="batchId">Key of the import.</param>
    /// <param name="cancellationToken">Stops looking.</param>
    /// <exception cref="SentinelException"><c>import_not_found</c>: there is no such import.</exception>
    public async Task<UndoRefusal?> RefusalAsync(int batchId, CancellationToken cancellationToken)
    {
        await using SentinelDbContext context = await contexts.CreateDbContextAsync(cancellationToken);
        ImportBatch batch = await FindAsync(context, batchId, cancellationToken);
        return await RefusalAsync(context, batch, cancellationToken);
    }

    /// <summary>Takes an import back.</summary>
    /// <param name="batchId">Key of the import.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="progress">Gets how far it is, after every part; where the work begins again after a lost connection, from the beginning.</param>
    /// <param name="cancellationToken">Stops it; nothing is changed then.</param>
    /// <exception cref="SentinelException">There is no such import, something depends on it, or the database cannot be written.</exception>
    public async Task<UndoReport> UndoAsync(
        int batchId,
        string by,
        IProgress<UndoProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        UndoReport? report = null;
        try
        {
            await contexts.RunAsync(
                async (context, token) => report = await UndoAsync(context, batchId, by, progress, token),
                cancellationToken
            );
        }
        catch (Exception exception) when (DatabaseFailure.Explain(exception) is { } explained)
        {
            throw explained;
        }

        return report!;
    }

    private async Task<UndoReport> UndoAsync(
        SentinelDbContext context,
        int batchId,
        string by,
        IProgress<UndoProgress>? progress,
        CancellationToken token
    )
    {
        await using IDbContextTransaction transaction = await context.Database.BeginTransactionAsync(token);
        ImportBatch batch = await FindAsync(context, batchId, token);
        if (await RefusalAsync(context, batch, token) is { } refusal)
        {
            throw refusal.ToException();
        }

        UndoMark mark = new(clock.GetUtcNow().UtcDateTime, by);
        await MarkAsync(context, batch, mark, token);
        UndoMeter meter = new(progress, (long)batch.Added + batch.Updated);
        (int removed, int restored) = await Kind(context, batch, mark).TakeBackAsync(meter, token);

        // On a server others may write between the look and this: then nothing of it is kept.
        if ((removed, restored) != (batch.Added, batch.Updated))
        {
            throw UndoWords.ChangedSince(batch, batch.Added + batch.Updated - removed - restored, []).ToException();
        }

        await transaction.CommitAsync(token);
        return new UndoReport(await FindAsync(context, batchId, CancellationToken.None), removed, restored);
    }

    private static async Task MarkAsync(
        SentinelDbContext context,
        ImportBatch batch,
        UndoMark mark,
        CancellationToken token
    )
    {
        int marked = await context
            .ImportBatches.Where(known => known.Id == batch.Id && known.UndoneAt == null)
            .ExecuteUpdateAsync(
                set => set.SetProperty(known => known.UndoneAt, mark.At).SetProperty(known => known.UndoneBy, mark.By),
                token
            );
        if (marked == 0)
        {
            throw UndoWords.UndoneAlready(batch).ToException();
        }
    }

    private static async Task<UndoRefusal?> RefusalAsync(
        SentinelDbContext context,
        ImportBatch batch,
        CancellationToken token
    ) =>
        batch.UndoneAt is not null ? UndoWords.UndoneAlready(batch)
        : batch.Updated > 0 && !batch.KeepsReplaced ? UndoWords.NotKept(batch)
        : await Kind(context, batch).RefusalAsync(token);

    private static KindUndo Kind(SentinelDbContext context, ImportBatch batch, UndoMark? mark = null) =>
        batch.Kind switch
        {
            ImportKind.Stopes => new StopeUndo(context, batch, mark),
            ImportKind.Readings => new ReadingUndo(context, batch),
            ImportKind.Events => new EventUndo(context, batch),
            ImportKind.Outcomes => new OutcomeUndo(context, batch),
            ImportKind.CaseHistories => new CaseHistoryUndo(context, batch),
            _ => throw new ArgumentOutOfRangeException(nameof(batch)),
        };

    private static async Task<ImportBatch> FindAsync(SentinelDbContext context, int id, CancellationToken token) =>
        await context.ImportBatches.AsNoTracking().FirstOrDefaultAsync(batch => batch.Id == id, token)
        ?? throw new SentinelException(FailureKind.NotFound, "import_not_found", $"There is no import {id}.");
}
