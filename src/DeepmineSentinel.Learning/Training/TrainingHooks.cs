using DeepmineSentinel.Core.Registry;

namespace DeepmineSentinel.Learning.Training;

/// <summary>What the loop tells while it runs, on its own thread.</summary>
public sealed record TrainingHooks
{
    /// <summary>Called after every epoch; null: nobody listens.</summary>
    public Action<TrainingProgress>? EpochDone { get; init; }

    /// <summary>
    /// Asked before every batch, with null, and after every epoch, once it was told: whether a resumable state is due.
    /// Null: never.
    /// </summary>
    public Func<TrainingProgress?, bool>? KeepDue { get; init; }

    /// <summary>Called with a resumable state when one is due, when a member is done and when the run is cancelled; null: none is kept.</summary>
    public Action<Checkpoint>? Keep { get; init; }
}
