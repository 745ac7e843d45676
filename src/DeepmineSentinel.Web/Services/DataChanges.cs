using System.Threading.Channels;
using DeepmineSentinel.Web.Services.Alerts;

namespace DeepmineSentinel.Web.Services;

/// <summary>Where whoever changes a mine's data says so; the prediction job listens, and so do alerts.</summary>
public sealed class DataChanges(AlertSignals alerts)
{
    private readonly Channel<int?> changes = Channel.CreateUnbounded<int?>(
        new UnboundedChannelOptions { SingleReader = true }
    );

    private long version;

    /// <summary>Grows with every change seen by this process.</summary>
    public long Version => Interlocked.Read(ref version);

    /// <summary>Stopes that changed, null meaning all.</summary>
    internal ChannelReader<int?> Reader => changes.Reader;

    /// <summary>One stope changed: its properties, readings, events or outcomes.</summary>
    public void StopeChanged(int stopeId) => Tell(stopeId);

    /// <summary>Many or all stopes changed.</summary>
    public void EverythingChanged() => Tell(null);

    /// <summary>Asks for new predictions of all stopes without any data having changed.</summary>
    internal void PredictAgain() => changes.Writer.TryWrite(null);

    /// <summary>Stopes have new predictions.</summary>
    internal void Predicted(IEnumerable<int> stopeIds) => alerts.StopesChanged(stopeIds);

    private void Tell(int? stopeId)
    {
        Interlocked.Increment(ref version);
        changes.Writer.TryWrite(stopeId);
        if (stopeId is { } one)
        {
            alerts.StopesChanged([one]);
        }
        else
        {
            alerts.EverythingChanged();
        }
    }
}
