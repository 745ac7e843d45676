using System.Collections.Concurrent;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Data.Database;
using Microsoft.EntityFrameworkCore;

namespace DeepmineSentinel.Web.Services.Training;

/// <summary>Stops runs that people no longer want, and knows which ones this process trains.</summary>
public sealed class RunStops(IDbContextFactory<SentinelDbContext> contexts, TimeProvider clock)
{
    private const int Attempts = 20;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly ConcurrentDictionary<string, CancellationTokenSource> stops = new();

    /// <summary>Whether this process trains the run now.</summary>
    internal bool IsHere(string runId) => stops.ContainsKey(runId);

    /// <summary>Says that this process trains a run, until <see cref="Remove"/>.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="stop">Cancelled when somebody stops it.</param>
    internal void Add(string runId, CancellationTokenSource stop) => stops[runId] = stop;

    internal void Remove(string runId) => stops.TryRemove(runId, out _);

    /// <summary>Stops a run: a queued one at once, one of this process at its next batch.</summary>
    /// <exception cref="SentinelException">No such run, it is over, or another process runs it.</exception>
    internal async Task CancelAsync(string runId, CancellationToken cancellationToken)
    {
        string id = RunId.Parse(runId).Value;
        for (int attempt = 1; !await TryCancelAsync(id, attempt == Attempts, cancellationToken); attempt++)
        {
            // It was taken or ended at this very moment; in a moment it is known where it stands.
            await Task.Delay(Pause, cancellationToken);
        }
    }

    private async Task<bool> TryCancelAsync(string id, bool isLast, CancellationToken cancellationToken)
    {
        if (stops.TryGetValue(id, out CancellationTokenSource? stop))
        {
            return await StopAsync(stop);
        }

        await using SentinelDbContext context = await contexts.CreateDbContextAsync(cancellationToken);
        TrainingRun run =
            await context.TrainingRuns.FirstOrDefaultAsync(known => known.RunId == id, cancellationToken)
            ?? throw new SentinelException(FailureKind.NotFound, "run_not_found", $"There is no run {id}.");
        if (run.State == TrainingRunState.Running)
        {
            return run.ProcessId == Environment.ProcessId && !isLast
                ? false
                : throw new SentinelException(
                    FailureKind.Conflict,
                    "run_elsewhere",
                    $"Run {id} belongs to process {run.ProcessId}; stop it there with Ctrl-C."
                );
        }

        run.Cancel(clock.GetUtcNow().UtcDateTime);
        try
        {
            await context.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateConcurrencyException) when (!isLast)
        {
            return false;
        }
    }

    private static async Task<bool> StopAsync(CancellationTokenSource stop)
    {
        try
        {
            await stop.CancelAsync();
            return true;
        }
        catch (ObjectDisposedException)
        {
            return false;
        }
    }
}
