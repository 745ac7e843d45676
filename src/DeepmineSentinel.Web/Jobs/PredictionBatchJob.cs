using DeepmineSentinel.Core.Predictions.Batches;
using DeepmineSentinel.Web.Services.Predictions.Batches;

namespace DeepmineSentinel.Web.Jobs;

/// <summary>Takes queued batches of predictions, one at a time. A failed batch is told by its row; the job goes on.</summary>
internal sealed partial class PredictionBatchJob(PredictionBatchService batches, ILogger<PredictionBatchJob> logger)
    : BackgroundService
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        bool swept = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (!swept)
                {
                    await batches.InterruptLostAsync(stoppingToken);
                    swept = true;
                }

                if (await batches.RunNextAsync(stoppingToken) is { } ended)
                {
                    LogEnded(ended.Id, ended.State);
                }
                else
                {
                    await batches.WaitForArrivalAsync(LookAgain, stoppingToken);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                LogFailed(exception);
                await Task.Delay(LookAgain, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    [LoggerMessage(LogLevel.Information, "Batch {Id} of predictions ended: {State}")]
    private partial void LogEnded(int id, PredictionBatchState state);

    [LoggerMessage(LogLevel.Error, "A batch of predictions failed, or the queue cannot be read")]
    private partial void LogFailed(Exception exception);
}
