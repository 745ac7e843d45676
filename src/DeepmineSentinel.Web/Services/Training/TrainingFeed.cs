using System.Collections.Concurrent;

namespace DeepmineSentinel.Web.Services.Training;

/// <summary>
/// Wakes those who follow a run of this process. It carries nothing and keeps nobody: what there is to see stands in the
/// run's row and log, so a follower that is slow, or gone, cannot hold up the training.
/// </summary>
public sealed class TrainingFeed
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> pulses = new();

    /// <summary>Waits for the run's next sign of life, or until the time is over.</summary>
    public async Task WaitAsync(string runId, TimeSpan longest, CancellationToken cancellationToken)
    {
        TaskCompletionSource pulse = pulses.GetOrAdd(
            runId,
            _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)
        );
        await Task.WhenAny(pulse.Task, Task.Delay(longest, cancellationToken));
        cancellationToken.ThrowIfCancellationRequested();
    }

    /// <summary>Says that something happened.</summary>
    internal void Tell(string runId)
    {
        if (pulses.TryRemove(runId, out TaskCompletionSource? pulse))
        {
            pulse.TrySetResult();
        }
    }
}
