using DeepmineSentinel.Web.Options;
using DeepmineSentinel.Web.Problems;
using Microsoft.Extensions.Options;

namespace DeepmineSentinel.Web.Api;

/// <summary>How many may follow runs at once.</summary>
internal sealed class ListenerSlots(IOptions<TrainingServiceOptions> settings)
{
    private int taken;

    /// <summary>Takes a slot; disposing gives it back.</summary>
    /// <exception cref="RequestRefusedException">All are taken.</exception>
    public IDisposable Take()
    {
        if (Interlocked.Increment(ref taken) <= settings.Value.MostListeners)
        {
            return new Slot(this);
        }

        Interlocked.Decrement(ref taken);
        throw new RequestRefusedException(
            StatusCodes.Status503ServiceUnavailable,
            "too_many_listeners",
            $"{settings.Value.MostListeners} connections follow runs already; ask for the run itself instead."
        );
    }

    private sealed class Slot(ListenerSlots slots) : IDisposable
    {
        public void Dispose() => Interlocked.Decrement(ref slots.taken);
    }
}
