namespace DeepmineSentinel.Web.Services.Alerts;

/// <summary>Where whoever changes data or predictions says so; the job of alerts listens. Never more than one entry a stope.</summary>
public sealed class AlertSignals
{
    private readonly Lock gate = new();
    private readonly HashSet<int> changed = [];
    private bool everything;
    private TaskCompletionSource arrival = Fresh();

    /// <summary>Stopes changed: their data, or what is predicted of them.</summary>
    public void StopesChanged(IEnumerable<int> stopeIds)
    {
        lock (gate)
        {
            changed.UnionWith(stopeIds);
            arrival.TrySetResult();
        }
    }

    /// <summary>Many or all stopes changed.</summary>
    public void EverythingChanged()
    {
        lock (gate)
        {
            everything = true;
            arrival.TrySetResult();
        }
    }

    /// <summary>Waits for a signal, or for a while.</summary>
    internal async Task WaitAsync(TimeSpan longest, TimeProvider clock, CancellationToken cancellationToken)
    {
        Task arrived;
        lock (gate)
        {
            arrived = arrival.Task;
        }

        using CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(arrived, Task.Delay(longest, clock, end.Token));
        await end.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
    }

    /// <summary>What was signalled since the last call.</summary>
    internal (bool Everything, IReadOnlyCollection<int> Stopes) Take()
    {
        lock (gate)
        {
            (bool, IReadOnlyCollection<int>) taken = (everything, [.. changed]);
            everything = false;
            changed.Clear();
            arrival = arrival.Task.IsCompleted ? Fresh() : arrival;
            return taken;
        }
    }

    private static TaskCompletionSource Fresh() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
