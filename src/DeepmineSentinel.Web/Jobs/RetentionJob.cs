using DeepmineSentinel.Web.Options;
using DeepmineSentinel.Web.Services.Artifacts;
using Microsoft.Extensions.Options;

namespace DeepmineSentinel.Web.Jobs;

/// <summary>Clears old runs and rows by the policy of the settings, where they ask for it; what went and why is logged.</summary>
internal sealed partial class RetentionJob(
    PruneService prune,
    RowClearing rows,
    IOptions<RetentionOptions> options,
    TimeProvider clock,
    ILogger<RetentionJob> logger
) : BackgroundService
{
    private static readonly TimeSpan AfterStart = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.Enabled)
        {
            return;
        }

        try
        {
            await Task.Delay(AfterStart, clock, stoppingToken);
            while (true)
            {
                await ClearAsync(stoppingToken);
                await Task.Delay(options.Value.Every, clock, stoppingToken);
            }
        }
        // A site that cannot start cancels its jobs; that the host would report as this job's failure.
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested) { }
    }

    private async Task ClearAsync(CancellationToken stoppingToken)
    {
        try
        {
            IReadOnlyList<PruneItem> items = await prune.RunAsync(options.Value.ToPolicy(), stoppingToken);
            foreach (PruneItem item in items.Where(item => item.Action != PruneAction.Keep))
            {
                if (item.Problem is { } problem)
                {
                    LogLeft(item.Kind, item.Name, problem);
                }
                else
                {
                    LogCleared(item.Kind, item.Name, item.Reason);
                }
            }

            (int imports, int batches) = await rows.RunAsync(stoppingToken);
            if (imports + batches > 0)
            {
                LogRows(imports, batches);
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogFailed(exception);
        }
    }

    [LoggerMessage(LogLevel.Information, "Cleared {Kind} {Name}: it {Reason}")]
    private partial void LogCleared(string kind, string name, string reason);

    [LoggerMessage(LogLevel.Warning, "Could not clear {Kind} {Name}: {Problem}")]
    private partial void LogLeft(string kind, string name, string problem);

    [LoggerMessage(
        LogLevel.Information,
        "{Imports} old imports can be taken back no longer, {Batches} old batches of predictions are gone"
    )]
    private partial void LogRows(int imports, int batches);

    [LoggerMessage(LogLevel.Error, "Old runs and rows could not be cleared; it is tried again")]
    private partial void LogFailed(Exception exception);
}
