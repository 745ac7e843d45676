using DeepmineSentinel.Web.Options;
using DeepmineSentinel.Web.Services.Alerts;
using DeepmineSentinel.Web.Services.Predictions;
using Microsoft.Extensions.Options;

namespace DeepmineSentinel.Web.Jobs;

/// <summary>Watches: all stopes at start, so that nothing is lost by a stop; then those that changed, and with the clock those that
/// time alone may move.</summary>
internal sealed partial class AlertJob(
    AlertSignals signals,
    AlertEvaluator evaluator,
    StopeHistoryReader stopes,
    IOptions<AlertsOptions> options,
    TimeProvider clock,
    ILogger<AlertJob> logger
) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.Automatic)
        {
            return;
        }

        try
        {
            signals.EverythingChanged();
            while (!stoppingToken.IsCancellationRequested)
            {
                await WatchAsync(stoppingToken);
                await signals.WaitAsync(options.Value.Every, clock, stoppingToken);
            }
        }
        // A site that cannot start cancels its jobs; that the host would report as this job's failure.
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested) { }
    }

    private async Task WatchAsync(CancellationToken stoppingToken)
    {
        (bool everything, IReadOnlyCollection<int> changed) = signals.Take();
        try
        {
            IReadOnlyList<int> due = await evaluator.DueAsync(stoppingToken);
            IReadOnlyList<int> all = everything ? await stopes.ActiveAsync(stoppingToken) : [];
            int written = await evaluator.EvaluateAsync(changed.Union(due).Union(all), stoppingToken);
            if (written > 0)
            {
                LogChanged(written);
            }
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            LogFailed(exception);
            await Task.Delay(AfterFailure, clock, stoppingToken);
            Again(everything, changed);
        }
    }

    private void Again(bool everything, IReadOnlyCollection<int> changed)
    {
        signals.StopesChanged(changed);
        if (everything)
        {
            signals.EverythingChanged();
        }
    }

    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(5);

    [LoggerMessage(LogLevel.Information, "Alerts changed {Count} times")]
    private partial void LogChanged(int count);

    [LoggerMessage(LogLevel.Error, "Alerts could not be looked at; it is tried again")]
    private partial void LogFailed(Exception exception);
}
