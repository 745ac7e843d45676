using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Predictions.Batches;
using DeepmineSentinel.Data.Database;
using DeepmineSentinel.Web.Services.Training;
using Microsoft.EntityFrameworkCore;

namespace DeepmineSentinel.Web.Services.Predictions.Batches;

/// <summary>The rows of batches: takes, moves and ends them. The state is a concurrency token.</summary>
public sealed class PredictionBatchRows(IDbContextFactory<SentinelDbContext> contexts, TimeProvider clock)
{
    private const int Attempts = 5;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Takes the oldest queued batch for this process; null: there is none, or another process was quicker.</summary>
    internal async Task<PredictionBatch?> TakeAsync(CancellationToken cancellationToken)
    {
        await using SentinelDbContext context = await contexts.CreateDbContextAsync(cancellationToken);
        PredictionBatch? batch = await context
            .PredictionBatches.Where(queued => queued.State == PredictionBatchState.Queued)
            .OrderBy(queued => queued.RequestedAt)
            .FirstOrDefaultAsync(cancellationToken);
        if (batch is null)
        {
            return null;
        }

        try
        {
            batch.Start(Now, Environment.ProcessId);
            await context.SaveChangesAsync(cancellationToken);
            return batch;
        }
        catch (DbUpdateConcurrencyException)
        {
            return null;
        }
    }

    /// <summary>Moves a batch; a move at the same moment by somebody else is looked at again.</summary>
    /// <exception cref="SentinelException">There is no such batch, or the move is not allowed where it stands.</exception>
    internal async Task<PredictionBatch> MoveAsync(
        int id,
        Action<PredictionBatch, DateTime> move,
        CancellationToken cancellationToken
    )
    {
        for (int attempt = 1; ; attempt++)
        {
            await using SentinelDbContext context = await contexts.CreateDbContextAsync(cancellationToken);
            PredictionBatch batch =
                await context.PredictionBatches.FirstOrDefaultAsync(known => known.Id == id, cancellationToken)
                ?? throw new SentinelException(
                    FailureKind.NotFound,
                    "prediction_batch_not_found",
                    $"There is no batch {id}."
                );
            move(batch, Now);
            try
            {
                await context.SaveChangesAsync(cancellationToken);
                return batch;
            }
            catch (DbUpdateConcurrencyException) when (attempt < Attempts) { }
        }
    }

    /// <summary>Writes how far a batch is; false: it runs no longer, as somebody stopped it.</summary>
    internal async Task<bool> ReportAsync(int id, int done, CancellationToken cancellationToken)
    {
        DateTime now = Now;
        await using SentinelDbContext context = await contexts.CreateDbContextAsync(cancellationToken);
        int written = await context
            .PredictionBatches.Where(batch => batch.Id == id && batch.State == PredictionBatchState.Running)
            .ExecuteUpdateAsync(
                set => set.SetProperty(batch => batch.Done, done).SetProperty(batch => batch.ProgressAt, now),
                cancellationToken
            );
        return written == 1;
    }

    /// <summary>Counts what a batch that was stopped has answered: the part at work may have been written after the last report.</summary>
    internal async Task<PredictionBatch> CountAsync(int id)
    {
        await using SentinelDbContext context = await contexts.CreateDbContextAsync(CancellationToken.None);
        int waiting = await context.PredictionBatchItems.CountAsync(
            item => item.BatchId == id && item.ComputedAt == null,
            CancellationToken.None
        );
        await context
            .PredictionBatches.Where(batch => batch.Id == id)
            .ExecuteUpdateAsync(
                set => set.SetProperty(batch => batch.Done, batch => batch.Stopes - waiting),
                CancellationToken.None
            );
        return await context.PredictionBatches.AsNoTracking().SingleAsync(b => b.Id == id, CancellationToken.None);
    }

    /// <summary>Batches left running by a process that is gone become interrupted.</summary>
    internal async Task InterruptLostAsync(CancellationToken cancellationToken)
    {
        await using SentinelDbContext context = await contexts.CreateDbContextAsync(cancellationToken);
        List<PredictionBatch> running = await context
            .PredictionBatches.Where(batch => batch.State == PredictionBatchState.Running)
            .ToListAsync(cancellationToken);
        foreach (PredictionBatch batch in running.Where(one => RunProcess.IsGone(one.ProcessId, one.StartedAt)))
        {
            batch.Interrupt(Now);
        }

        await context.SaveChangesAsync(cancellationToken);
    }
}
