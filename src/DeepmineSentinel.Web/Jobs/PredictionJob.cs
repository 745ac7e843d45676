using DeepmineSentinel.Web.Options;
using DeepmineSentinel.Web.Services;
using DeepmineSentinel.Web.Services.Predictions;
using Microsoft.Extensions.Options;

namespace DeepmineSentinel.Web.Jobs;

/// <summary>Keeps stored predictions up to date: all at start and after a promotion, else those whose data changed.</summary>
internal sealed partial class PredictionJob(
    DataChanges changes,
    MLPredictionService service,
    StopeHistoryReader stopes,
    IOptions<PredictionsOptions> options,
    ILogger<PredictionJob> logger
) : BackgroundService
{
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.Automatic)
        {
            return;
        }

        try
        {
            await KeepAsync(stoppingToken);
        }
        // A site that cannot start cancels its jobs; that the host would report as this job's failure.
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested) { }
    }

    private async Task KeepAsync(CancellationToken stoppingToken)
    {
        changes.PredictAgain();
        while (await changes.Reader.WaitToReadAsync(stoppingToken))
        {
            await Task.Delay(options.Value.SettleTime, stoppingToken);
            try
            {
                int stored = await service.PredictAndStoreAsync(await TakeAsync(stoppingToken), stoppingToken);
                LogStored(stored);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(exception);
                await Task.Delay(AfterFailure, stoppingToken);
                changes.PredictAgain();
            }
        }
    }

    private async Task<IReadOnlyList<int>> TakeAsync(CancellationToken cancellationToken)
    {
        bool all = false;
        HashSet<int> changed = [];
        while (changes.Reader.TryRead(out int? stopeId))
        {
            all |= stopeId is null;
            changed.Add(stopeId ?? 0);
        }

        IReadOnlyList<int> active = await stopes.ActiveAsync(cancellationToken);
        return all ? active : [.. active.Where(changed.Contains)];
    }

    [LoggerMessage(LogLevel.Information, "{Count} predictions were stored")]
    private partial void LogStored(int count);

    [LoggerMessage(LogLevel.Error, "Predictions could not be stored; they are tried again")]
    private partial void LogFailed(Exception exception);
}
