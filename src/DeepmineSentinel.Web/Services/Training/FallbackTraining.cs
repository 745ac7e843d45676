using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Data.Database;
using DeepmineSentinel.Web.Options;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace DeepmineSentinel.Web.Services.Training;

/// <summary>Queues one compact run when there is no model; not again after one that ended badly, until data change.</summary>
public sealed partial class FallbackTraining(
    IDbContextFactory<SentinelDbContext> contexts,
    TrainingService training,
    DataChanges changes,
    IOptions<PredictionsOptions> options,
    ILogger<FallbackTraining> logger
) : IDisposable
{
    /// <summary>Who asked, where nobody did.</summary>
    internal const string SiteItself = "the site itself";

    private readonly SemaphoreSlim turn = new(1);
    private long askedAtVersion = -1;

    /// <summary>Whether a worker is here that takes queued runs; without one nothing is queued.</summary>
    internal bool HasWorker { get; set; }

    /// <summary>Queues a run if one is due.</summary>
    public async Task QueueIfDueAsync(CancellationToken cancellationToken)
    {
        if (!HasWorker || !options.Value.FallbackTraining)
        {
            return;
        }

        await turn.WaitAsync(cancellationToken);
        try
        {
            if (await IsDueAsync(cancellationToken))
            {
                await QueueAsync(cancellationToken);
            }
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    private async Task QueueAsync(CancellationToken cancellationToken)
    {
        TrainModelOptions compact = new()
        {
            Network = "compact",
            Epochs = options.Value.FallbackEpochs,
            Notes = "Queued because there was no model.",
        };
        TrainingRun run = await training.QueueAsync(compact, TrainingOrigin.Fallback, SiteItself, cancellationToken);
        askedAtVersion = changes.Version;
        LogQueued(run.RunId);
    }

    private async Task<bool> IsDueAsync(CancellationToken cancellationToken)
    {
        await using SentinelDbContext context = await contexts.CreateDbContextAsync(cancellationToken);
        bool open = await context.TrainingRuns.AnyAsync(
            run => run.State == TrainingRunState.Queued || run.State == TrainingRunState.Running,
            cancellationToken
        );
        if (open || !await context.Stopes.AnyAsync(cancellationToken))
        {
            return false;
        }

        TrainingRun? last = await context
            .TrainingRuns.AsNoTracking()
            .Where(run => run.Origin == TrainingOrigin.Fallback && run.State != TrainingRunState.Interrupted)
            .OrderByDescending(run => run.RequestedAt)
            .FirstOrDefaultAsync(cancellationToken);
        return last is null
            || (askedAtVersion >= 0 && changes.Version > askedAtVersion)
            || await ChangedSinceAsync(context, last.RequestedAt, cancellationToken);
    }

    private static async Task<bool> ChangedSinceAsync(
        SentinelDbContext context,
        DateTime moment,
        CancellationToken cancellationToken
    ) =>
        await context.ImportBatches.AnyAsync(
            batch => batch.ImportedAt > moment || batch.UndoneAt > moment,
            cancellationToken
        ) || await context.Stopes.AnyAsync(stope => stope.UpdatedAt > moment, cancellationToken);

    [LoggerMessage(
        LogLevel.Information,
        "There is no model: run {RunId} was queued, the physics rule answers meanwhile"
    )]
    private partial void LogQueued(string runId);
}
