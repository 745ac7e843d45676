using DeepmineSentinel.Web.Options;
using DeepmineSentinel.Web.Services.Alerts.Delivery;
using Microsoft.Extensions.Options;

namespace DeepmineSentinel.Web.Jobs;

/// <summary>Sends messages about alerts when they are queued and when the pause of one that failed is over.</summary>
internal sealed partial class AlertDeliveryJob(
    DeliveryService delivery,
    DeliverySignal signal,
    IOptions<AlertDeliveryOptions> options,
    ILogger<AlertDeliveryJob> logger
) : BackgroundService
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    private TimeSpan LookAgain => options.Value.FirstPause < LongestWait ? options.Value.FirstPause : LongestWait;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.Email.IsOn && !options.Value.Webhook.IsOn)
        {
            return;
        }

        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await SendAsync(stoppingToken);
                await signal.WaitAsync(LookAgain, stoppingToken);
            }
        }
        // A site that cannot start cancels its jobs; that the host would report as this job's failure.
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested) { }
    }

    private async Task SendAsync(CancellationToken stoppingToken)
    {
        try
        {
            await delivery.SendDueAsync(stoppingToken);
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            LogFailed(exception);
        }
    }

    [LoggerMessage(LogLevel.Error, "Messages about alerts could not be looked at; it is tried again")]
    private partial void LogFailed(Exception exception);
}
