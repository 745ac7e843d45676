using DeepmineSentinel.Core.Importing;
using DeepmineSentinel.Core.Predictions.Batches;
using DeepmineSentinel.Data.Database;
using DeepmineSentinel.Web.Options;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Options;

namespace DeepmineSentinel.Web.Services.Artifacts;

/// <summary>
/// Clears what the database keeps for a while alone: what stood before changes of old imports, and old batches of predictions
/// (docs/decisions/109). Only where <c>Retention:Enabled</c> asks for it.
/// </summary>
public sealed class RowClearing(
    IDbContextFactory<SentinelDbContext> contexts,
    IOptions<RetentionOptions> options,
    TimeProvider clock
)
{
    /// <summary>Until when an import that changed rows can be taken back, UTC; null: for ever, as far as this goes.</summary>
    public DateTime? KeptUntil(ImportBatch batch) =>
        options.Value.Enabled && batch is { Updated: > 0, KeepsReplaced: true, UndoneAt: null }
            ? batch.ImportedAt + options.Value.ReplacedOlderThan
            : null;

    /// <summary>Clears what is old by now, each import and all batches in a transaction of its own.</summary>
    /// <returns>Imports that can be taken back no longer, and batches that are gone.</returns>
    public async Task<(int Imports, int Batches)> RunAsync(CancellationToken cancellationToken)
    {
        DateTime now = clock.GetUtcNow().UtcDateTime;
        int[] imports = await OldImportsAsync(now - options.Value.ReplacedOlderThan, cancellationToken);
        foreach (int import in imports)
        {
            await contexts.RunAsync((context, token) => ForgetAsync(context, import, token), cancellationToken);
        }

        DateTime oldest = now - options.Value.BatchesOlderThan;
        await using SentinelDbContext context = await contexts.CreateDbContextAsync(cancellationToken);
        int batches = await context
            .PredictionBatches.Where(batch =>
                batch.FinishedAt < oldest
                && batch.State != PredictionBatchState.Queued
                && batch.State != PredictionBatchState.Running
            )
            .ExecuteDeleteAsync(cancellationToken);
        return (imports.Length, batches);
    }

    private async Task<int[]> OldImportsAsync(DateTime oldest, CancellationToken cancellationToken)
    {
        await using SentinelDbContext context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context
            .ImportBatches.Where(batch => batch.ImportedAt < oldest && batch.Updated > 0 && batch.KeepsReplaced)
            .Where(batch => batch.UndoneAt == null)
            .OrderBy(batch => batch.Id)
            .Select(batch => batch.Id)
            .ToArrayAsync(cancellationToken);
    }

    private static async Task ForgetAsync(SentinelDbContext context, int import, CancellationToken token)
    {
        await using IDbContextTransaction transaction = await context.Database.BeginTransactionAsync(token);
        // An import that is being undone at this moment is left alone.
        int marked = await context
            .ImportBatches.Where(batch => batch.Id == import && batch.UndoneAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(batch => batch.KeepsReplaced, false), token);
        if (marked == 1)
        {
            await context.ReplacedReadings.Where(row => row.ImportBatchId == import).ExecuteDeleteAsync(token);
            await context.ReplacedRows.Where(row => row.ImportBatchId == import).ExecuteDeleteAsync(token);
            await transaction.CommitAsync(token);
        }
    }
}
