using DeepmineSentinel.Web.Services.Importing;

namespace DeepmineSentinel.Web.Jobs;

/// <summary>Undoes imports that pages ask for, one at a time. One that fails is told on its page; the job goes on.</summary>
internal sealed class ImportUndoJob(ImportUndos undos, IHostApplicationLifetime lifetime) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Told first when the site ends, so that a large one has time to be taken back.
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(
            stoppingToken,
            lifetime.ApplicationStopping
        );
        try
        {
            while (true)
            {
                await undos.RunNextAsync(stop.Token);
            }
        }
        // What was at work has changed nothing, and its page says so after the next start.
        catch (OperationCanceledException) when (stop.IsCancellationRequested) { }
    }
}
