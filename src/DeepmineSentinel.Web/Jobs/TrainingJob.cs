using DeepmineSentinel.Web.Services.Training;

namespace DeepmineSentinel.Web.Jobs;

/// <summary>Takes queued training runs one at a time. A failed run is told by its row; the job goes on.</summary>
internal sealed partial class TrainingJob(
    TrainingService training,
    FallbackTraining fallback,
    ILogger<TrainingJob> logger
) : BackgroundService
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(5);

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        fallback.HasWorker = true;
        return base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (!await training.RunNextAsync(stoppingToken))
                {
                    await training.WaitForArrivalAsync(LookAgain, stoppingToken);
                }
            }
            catch (OperationCanceledException)
            {
                LogStopped();
            }
            catch (Exception exception)
            {
                LogFailed(exception);
                await Task.Delay(LookAgain, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    [LoggerMessage(LogLevel.Information, "A training run was stopped")]
    private partial void LogStopped();

    [LoggerMessage(LogLevel.Error, "A training run failed")]
    private partial void LogFailed(Exception exception);
}
