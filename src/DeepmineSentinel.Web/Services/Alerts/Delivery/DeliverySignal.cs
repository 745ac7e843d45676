namespace DeepmineSentinel.Web.Services.Alerts.Delivery;

/// <summary>Says that messages were queued; the job that sends them waits for it.</summary>
public sealed class DeliverySignal : IDisposable
{
    private readonly SemaphoreSlim arrivals = new(0, 1);

    public void Set()
    {
        try
        {
            arrivals.Release();
        }
        catch (SemaphoreFullException)
        {
            // It is set already.
        }
    }

    /// <summary>Waits for a message, or for a while.</summary>
    public Task WaitAsync(TimeSpan longest, CancellationToken cancellationToken) =>
        arrivals.WaitAsync(longest, cancellationToken);

    public void Dispose() => arrivals.Dispose();
}
