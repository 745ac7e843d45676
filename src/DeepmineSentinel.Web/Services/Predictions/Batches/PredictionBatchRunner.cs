using System.Text.Json;
using DeepmineSentinel.Core.Predictions;
using DeepmineSentinel.Core.Predictions.Batches;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Data.Database;
using Microsoft.EntityFrameworkCore;

namespace DeepmineSentinel.Web.Services.Predictions.Batches;

/// <summary>
/// Predicts the stopes of a batch that wait, part by part. Answers about now, by what answers everywhere, become the stopes' latest,
/// exactly as the site's own do; others are kept with the batch alone.
/// </summary>
internal sealed class PredictionBatchRunner(
    IDbContextFactory<SentinelDbContext> contexts,
    MLPredictionService service,
    RunPredictions runs,
    PredictionStore store,
    PredictionBatchRows rows
)
{
    /// <returns>Whether it came to its end; false: somebody stopped it.</returns>
    public async Task<bool> RunAsync(PredictionBatch batch, CancellationToken cancellationToken)
    {
        IReadOnlyList<int> waiting = await WaitingAsync(batch.Id, cancellationToken);
        int done = batch.Stopes - waiting.Count;
        IAsyncEnumerable<AnsweredPart> parts = batch.RunId is { } run
            ? runs.PredictPartsAsync(RunId.Parse(run), waiting, batch.AsOf, cancellationToken)
            : service.PredictPartsAsync(waiting, batch.AsOf, cancellationToken);
        await foreach (AnsweredPart part in parts)
        {
            await WriteAsync(batch, part, cancellationToken);
            done += part.Asked.Count;
            if (!await rows.ReportAsync(batch.Id, done, cancellationToken))
            {
                return false;
            }
        }

        return true;
    }

    private async Task<IReadOnlyList<int>> WaitingAsync(int batch, CancellationToken token)
    {
        await using SentinelDbContext context = await contexts.CreateDbContextAsync(token);
        return await context
            .PredictionBatchItems.Where(item => item.BatchId == batch && item.ComputedAt == null)
            .OrderBy(item => item.StopeId)
            .Select(item => item.StopeId)
            .ToListAsync(token);
    }

    private async Task WriteAsync(PredictionBatch batch, AnsweredPart part, CancellationToken token)
    {
        IReadOnlyDictionary<int, int> stored = batch.IsLatest
            ? await store.StoreAsync(part.ToStore(), token)
            : new Dictionary<int, int>();
        await using SentinelDbContext context = await contexts.CreateDbContextAsync(token);
        int[] asked = [.. part.Asked];
        // A stope that was removed meanwhile took its item along.
        HashSet<int> there =
        [
            .. await context
                .PredictionBatchItems.Where(item => item.BatchId == batch.Id && asked.Contains(item.StopeId))
                .Select(item => item.StopeId)
                .ToListAsync(token),
        ];
        context.UpdateRange(
            part.Predictions.Where(answer => there.Contains(answer.StopeId))
                .Select(answer => Item(batch, answer, stored))
        );
        await context.SaveChangesAsync(token);
    }

    private static PredictionBatchItem Item(
        PredictionBatch batch,
        StabilityPrediction answer,
        IReadOnlyDictionary<int, int> stored
    )
    {
        StoredPrediction row = PredictionStore.Row((answer, ""));
        return new PredictionBatchItem
        {
            BatchId = batch.Id,
            StopeId = answer.StopeId,
            ComputedAt = row.ComputedAt,
            AsOf = row.AsOf,
            Level = row.Level,
            Class = row.Class,
            Mode = row.Mode,
            RunId = row.RunId,
            NotStableProbability = row.NotStableProbability,
            SevenDayProbability = row.SevenDayProbability,
            PredictionId = stored.TryGetValue(answer.StopeId, out int key) ? key : null,
            Document = batch.IsLatest ? null : JsonSerializer.Serialize(answer, WebJson.Options),
        };
    }
}
