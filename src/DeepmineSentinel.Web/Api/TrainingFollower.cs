using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Web.Options;
using DeepmineSentinel.Web.Services.Queries;
using DeepmineSentinel.Web.Services.Training;
using Microsoft.Extensions.Options;

namespace DeepmineSentinel.Web.Api;

/// <summary>
/// Tells one listener how a run goes, from its row and its log: so it follows a run of any process, and neither a slow
/// listener nor a lost one costs the training anything.
/// </summary>
internal sealed class TrainingFollower(
    TrainingQueries runs,
    TrainingRunDocuments documents,
    TrainingCurve curve,
    TrainingFeed feed,
    IOptions<TrainingServiceOptions> settings
)
{
    private const int MostPoints = 500;
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(200);

    /// <summary>Sends epochs and states until the run is over.</summary>
    /// <param name="run">The run.</param>
    /// <param name="known">Epochs that the listener has already.</param>
    /// <param name="events">Where to.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task FollowAsync(TrainingRun run, int known, EventWriter events, CancellationToken cancellationToken)
    {
        TrainingLogTail log = curve.Follow(RunId.Parse(run.RunId));
        (TrainingRunState, TrainingStage, int)? told = null;
        while (true)
        {
            // The row before the log: a run that is over has written its last line by then.
            TrainingRun now = await runs.GetAsync(run.RunId, cancellationToken);
            await SendEpochsAsync(log, known, events, cancellationToken);
            known = 0;
            if (now.IsOver)
            {
                await events.SendAsync(
                    "end",
                    null,
                    await documents.WholeAsync(now, cancellationToken),
                    cancellationToken
                );
                return;
            }

            if (told != (now.State, now.Stage, now.EpochsDone))
            {
                told = (now.State, now.Stage, now.EpochsDone);
                await events.SendAsync(
                    "run",
                    null,
                    await documents.BriefAsync(now, cancellationToken),
                    cancellationToken
                );
            }

            await events.BeatAsync(cancellationToken);
            await feed.WaitAsync(run.RunId, Shorter(LookAgain, settings.Value.Heartbeat), cancellationToken);
            await Task.Delay(Rest, cancellationToken);
        }
    }

    // What the listener says it has is passed over, unless a resumption cut the log meanwhile.
    private static async Task SendEpochsAsync(
        TrainingLogTail log,
        int known,
        EventWriter events,
        CancellationToken cancellationToken
    )
    {
        IReadOnlyList<LossPoint> points = await log.ReadMoreAsync(cancellationToken);
        int skipped = known <= points.Count ? known : 0;
        int sent = log.Count - points.Count + skipped;
        foreach (LossPoint[] part in points.Skip(skipped).Chunk(MostPoints))
        {
            sent += part.Length;
            await events.SendAsync("epochs", sent, part, cancellationToken);
        }
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
