using System.Collections.Concurrent;
using System.Threading.Channels;
using DeepmineSentinel.Core.Registry;

namespace DeepmineSentinel.Web.Services.Training;

/// <summary>Broadcasts the progress of runs of this process to live pages; the row in the database has the same, later.</summary>
public sealed class TrainingFeed
{
    private readonly ConcurrentDictionary<(string RunId, Guid Listener), Channel<TrainingProgress>> listeners = new();

    /// <summary>Epochs of a run from now on; ends when the run ends or the token is cancelled.</summary>
    public async IAsyncEnumerable<TrainingProgress> ListenAsync(
        string runId,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        (string, Guid) key = (runId, Guid.NewGuid());
        Channel<TrainingProgress> channel = Channel.CreateBounded<TrainingProgress>(
            new BoundedChannelOptions(64) { FullMode = BoundedChannelFullMode.DropOldest }
        );
        listeners[key] = channel;
        try
        {
            await foreach (TrainingProgress progress in channel.Reader.ReadAllAsync(cancellationToken))
            {
                yield return progress;
            }
        }
        finally
        {
            listeners.TryRemove(key, out _);
        }
    }

    internal void Tell(string runId, TrainingProgress progress) =>
        ForEach(runId, channel => channel.Writer.TryWrite(progress));

    internal void Close(string runId) => ForEach(runId, channel => channel.Writer.TryComplete());

    private void ForEach(string runId, Func<Channel<TrainingProgress>, bool> act)
    {
        foreach (KeyValuePair<(string RunId, Guid Listener), Channel<TrainingProgress>> listener in listeners)
        {
            if (listener.Key.RunId == runId)
            {
                act(listener.Value);
            }
        }
    }
}
