using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Web.Options;
using DeepmineSentinel.Web.Services.Training;
using Microsoft.Extensions.Options;

namespace DeepmineSentinel.Web.Jobs;

/// <summary>Takes queued training runs, one at a time unless told otherwise. A failed run is told by its row; the job goes on.</summary>
internal sealed partial class TrainingJob(
    TrainingService training,
    FallbackTraining fallback,
    IOptions<TrainingServiceOptions> settings,
    ILogger<TrainingJob> logger
) : BackgroundService
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(5);

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        fallback.HasWorker = true;
        return base.StartAsync(cancellationToken);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, settings.Value.Parallel).Select(_ => WorkAsync(stoppingToken)));

    private async Task WorkAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await training.RunNextAsync(stoppingToken) is { } ended)
                {
                    Log(ended);
                }
                else
                {
                    await training.WaitForArrivalAsync(LookAgain, stoppingToken);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                LogQueueFailed(exception);
                await Task.Delay(LookAgain, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    // What the product expected and can explain is one line; only a defect needs its stack.
    private void Log(EndedRun ended)
    {
        switch (ended.Failure)
        {
            case SentinelException known:
                LogRefused(ended.RunId, known.Code, known.Message);
                break;
            case { } defect:
                LogFailed(ended.RunId, defect);
                break;
            case null:
                LogEnded(ended.RunId, ended.State);
                break;
        }
    }

    [LoggerMessage(LogLevel.Information, "Training run {RunId} ended: {State}")]
    private partial void LogEnded(string runId, TrainingRunState state);

    [LoggerMessage(LogLevel.Warning, "Training run {RunId} failed: {Reason} [{Code}]")]
    private partial void LogRefused(string runId, string code, string reason);

    [LoggerMessage(LogLevel.Error, "Training run {RunId} failed by a defect")]
    private partial void LogFailed(string runId, Exception exception);

    [LoggerMessage(LogLevel.Error, "The training queue cannot be read")]
    private partial void LogQueueFailed(Exception exception);
}
