using DeepmineSentinel.Web.Options;
using DeepmineSentinel.Web.Services;
using DeepmineSentinel.Web.Services.Predictions;
using DeepmineSentinel.Web.Services.Registry;
using Microsoft.Extensions.Options;

namespace DeepmineSentinel.Web.Jobs;

/// <summary>Notices what any process did to registry and data: a promotion swaps the model, an import is predicted.</summary>
internal sealed partial class RegistryWatchJob(
    RegistryPulse pulse,
    ModelPointers pointers,
    ModelHost host,
    DataChanges changes,
    IOptions<PredictionsOptions> options,
    TimeProvider clock,
    ILogger<RegistryWatchJob> logger
) : BackgroundService
{
    private string? notMended;

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
            await HealAsync(stoppingToken);
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

    // A command that was killed between the line in registry.jsonl and its commit left the line to be carried out.
    private async Task HealAsync(CancellationToken stoppingToken)
    {
        try
        {
            foreach (string what in await pointers.HealAsync(evenIfEqual: false, stoppingToken))
            {
                LogMended(what);
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            if (exception.Message != notMended)
            {
                notMended = exception.Message;
                LogNotMended(exception.Message);
            }
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

        if (before.RunOfCases != now.RunOfCases)
        {
            changes.PredictAgain();
        }

        if (before.NewestImport != now.NewestImport || before.UndoneImports != now.UndoneImports)
        {
            changes.EverythingChanged();
        }
    }

    [LoggerMessage(LogLevel.Warning, "The registry was mended: {What}")]
    private partial void LogMended(string what);

    [LoggerMessage(LogLevel.Warning, "The registry cannot be mended now: {Reason}")]
    private partial void LogNotMended(string reason);

    [LoggerMessage(LogLevel.Warning, "The registry could not be looked at; it is tried again")]
    private partial void LogFailed(Exception exception);
}
