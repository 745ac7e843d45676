using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Learning.Training;

namespace DeepmineSentinel.Learning.Runs;

/// <summary>When a checkpoint is due: every few epochs, after an epoch among the best, and every five minutes.</summary>
/// <param name="options">Says how many epochs.</param>
/// <param name="clock">Measures the minutes.</param>
internal sealed class CheckpointSchedule(TrainingOptions options, TimeProvider clock)
{
    /// <summary>Longest time that is lost by a power cut.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);

    private long last = clock.GetTimestamp();

    /// <summary>Best epochs of each member that are worth a checkpoint.</summary>
    public int Top => options.CheckpointEvery > 0 ? options.TopCheckpoints : 0;

    /// <summary>Whether one is due.</summary>
    /// <param name="done">The epoch that was just done; null: in the middle of one.</param>
    /// <param name="epochs">All epochs so far.</param>
    public bool IsDue(TrainingProgress? done, IReadOnlyList<TrainingProgress> epochs) =>
        clock.GetElapsedTime(last) >= Interval
        || (done is not null && (IsEvery(done.Epoch) || BestEpochs.Contains(epochs, done.Member, done.Epoch, Top)));

    /// <summary>Says that one was written.</summary>
    public void Kept() => last = clock.GetTimestamp();

    private bool IsEvery(int epoch) => options.CheckpointEvery > 0 && epoch % options.CheckpointEvery == 0;
}
