using DeepmineSentinel.Web.Options;
using DeepmineSentinel.Web.Services;
using DeepmineSentinel.Web.Services.Predictions;
using DeepmineSentinel.Web.Services.Registry;
using Microsoft.Extensions.Options;

namespace DeepmineSentinel.Web.Jobs;

/// <summary>Notices what any process did to registry and data: a promotion swaps the model, an import is predicted.</summary>
internal sealed partial class RegistryWatchJob(
    RegistryPulse pulse,
    ModelHost host,
    DataChanges changes,
    IOptions<PredictionsOptions> options,
    TimeProvider clock,
    ILogger<RegistryWatchJob> logger
) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await WatchAsync(stoppingToken);
        }
        // A site that cannot start cancels its jobs; that the host would report as this job's failure.
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested) { }
    }

    private async Task WatchAsync(CancellationToken stoppingToken)
    {
        RegistryState? seen = null;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                RegistryState now = await pulse.ReadAsync(stoppingToken);
                await ReactAsync(seen ?? now, now, stoppingToken);
                seen = now;
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogFailed(exception);
            }

            await Task.Delay(options.Value.WatchInterval, clock, stoppingToken);
        }
    }

    private async Task ReactAsync(RegistryState before, RegistryState now, CancellationToken cancellationToken)
    {
        bool needed = host.Current is not null;
        bool other = host.Current?.ProductionRunId != now.ProductionRunId;
        bool newCandidate =
            host.Current?.Model?.Info.Role is null or ServingRole.Candidate
            && before.NewestVersion != now.NewestVersion;
        if (needed && (other || newCandidate))
        {
            await host.ReloadAsync(cancellationToken);
            changes.PredictAgain();
        }

        if (before.NewestImport != now.NewestImport)
        {
            changes.EverythingChanged();
        }
    }

    [LoggerMessage(LogLevel.Warning, "The registry could not be looked at; it is tried again")]
    private partial void LogFailed(Exception exception);
}
