using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Predictions.Batches;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Data.Database;
using DeepmineSentinel.Web.Options;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Options;

namespace DeepmineSentinel.Web.Services.Predictions.Batches;

/// <summary>Takes batches that people ask for: refuses at once what could not be predicted, and what would wait too long.</summary>
public sealed class PredictionBatchIntake(
    IDbContextFactory<SentinelDbContext> contexts,
    IOptions<PredictionsOptions> options,
    CurrentOperator person,
    TimeProvider clock
)
{
    private const int KeysAtOnce = 500;

    /// <summary>Makes the rows of a batch that waits, or finds the one that the same request made before.</summary>
    /// <exception cref="SentinelException">The request cannot be used, or too many batches wait; the code says why.</exception>
    internal async Task<PredictionBatch> AddAsync(PredictionBatchRequest request, CancellationToken cancellationToken)
    {
        int[] stopes = [.. request.StopeIds.Distinct().Order()];
        RequireUsable(request, stopes.Length);
        await using SentinelDbContext context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await FindAsync(context, request.RequestKey, cancellationToken) is { } before)
        {
            return before;
        }

        await RequireRunAsync(context, request.RunId, cancellationToken);
        await RequireStopesAsync(context, stopes, cancellationToken);
        await RequireRoomAsync(context, cancellationToken);
        try
        {
            PredictionBatch? batch = null;
            await contexts.RunAsync(
                async (writing, token) => batch = await WriteAsync(writing, request, stopes, token),
                cancellationToken
            );
            return batch!;
        }
        catch (DbUpdateException) when (request.RequestKey is not null)
        {
            // The same request at the same moment: the key is unique.
            return await FindAsync(context, request.RequestKey, cancellationToken) ?? throw Gone();
        }
    }

    private async Task<PredictionBatch> WriteAsync(
        SentinelDbContext context,
        PredictionBatchRequest request,
        int[] stopes,
        CancellationToken token
    )
    {
        await using IDbContextTransaction transaction = await context.Database.BeginTransactionAsync(token);
        PredictionBatch batch = new()
        {
            RequestKey = request.RequestKey,
            RequestedBy = person.Name,
            RequestedAt = Now,
            Selection = Shortened(request.Selection),
            AsOf = request.AsOf,
            RunId = request.RunId,
            Stopes = stopes.Length,
        };
        context.Add(batch);
        await context.SaveChangesAsync(token);
        context.AddRange(stopes.Select(stope => new PredictionBatchItem { BatchId = batch.Id, StopeId = stope }));
        await context.SaveChangesAsync(token);
        await transaction.CommitAsync(token);
        return batch;
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private void RequireUsable(PredictionBatchRequest request, int stopes)
    {
        int most = options.Value.MostInBatch;
        if (stopes == 0)
        {
            throw Wrong("batch_empty", "No stope was chosen.");
        }

        if (stopes > most)
        {
            throw Wrong(
                "batch_too_large",
                $"{stopes} stopes are more than Predictions:MostInBatch allows, which is {most}; choose fewer."
            );
        }

        if (request.AsOf > Now)
        {
            throw Wrong("as_of_in_future", "That moment lies in the future; nothing is known of it yet.");
        }

        if (request.RequestKey is { Length: > PredictionBatch.RequestKeyLength })
        {
            throw Wrong("request_key_too_long", "The key of a request has at most 64 characters.");
        }
    }

    private static async Task RequireRunAsync(SentinelDbContext context, string? runId, CancellationToken token)
    {
        if (runId is null)
        {
            return;
        }

        string id = RunId.Parse(runId).Value;
        if (!await context.ModelVersions.AnyAsync(version => version.RunId == id, token))
        {
            throw new SentinelException(FailureKind.NotFound, "run_not_found", $"There is no model of run {id}.");
        }
    }

    private static async Task RequireStopesAsync(SentinelDbContext context, int[] stopes, CancellationToken token)
    {
        int known = 0;
        foreach (int[] some in stopes.Chunk(KeysAtOnce))
        {
            known += await context.Stopes.CountAsync(stope => some.Contains(stope.Id), token);
        }

        if (known < stopes.Length)
        {
            throw new SentinelException(
                FailureKind.NotFound,
                "stope_not_found",
                $"{stopes.Length - known} of the stopes are not here any more; choose again."
            );
        }
    }

    private async Task RequireRoomAsync(SentinelDbContext context, CancellationToken token)
    {
        int waiting = await context.PredictionBatches.CountAsync(
            batch => batch.State == PredictionBatchState.Queued,
            token
        );
        if (waiting >= options.Value.BatchQueueLimit)
        {
            throw new SentinelException(
                FailureKind.Conflict,
                "queue_full",
                $"{waiting} batches wait already, which is as many as Predictions:BatchQueueLimit allows; cancel some or wait."
            );
        }
    }

    private static async Task<PredictionBatch?> FindAsync(
        SentinelDbContext context,
        string? key,
        CancellationToken token
    )
    {
        return key is null
            ? null
            : await context
                .PredictionBatches.AsNoTracking()
                .FirstOrDefaultAsync(known => known.RequestKey == key, token);
    }

    private static string Shortened(string text) =>
        text.Length <= PredictionBatch.SelectionLength
            ? text
            : text[..(PredictionBatch.SelectionLength - 1)] + "\u2026";

    private static SentinelException Wrong(string code, string message) => new(FailureKind.InvalidInput, code, message);

    private static SentinelException Gone() =>
        new(FailureKind.Conflict, "changed_meanwhile", "Somebody else asked at the same moment; look at the list.");
}
