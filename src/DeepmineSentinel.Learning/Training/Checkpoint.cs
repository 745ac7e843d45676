using DeepmineSentinel.Learning.Networks;

namespace DeepmineSentinel.Learning.Training;

/// <summary>Everything that training needs to go on to the bit: no generator has a state to keep.</summary>
public sealed record Checkpoint
{
    /// <summary>Member of the ensemble, from 0.</summary>
    public required int Member { get; init; }

    /// <summary>Counters after the last finished epoch.</summary>
    public required EpochCounters Counters { get; init; }

    /// <summary>Where inside the next epoch it stands.</summary>
    public required TrainingPosition Position { get; init; }

    /// <summary>Present weights.</summary>
    public required IReadOnlyList<WeightArray> Weights { get; init; }

    /// <summary>Weights of the best epoch; empty before the first.</summary>
    public required IReadOnlyList<WeightArray> Best { get; init; }

    /// <summary>Adam's steps and moments.</summary>
    public required AdamMoments Moments { get; init; }

    /// <summary>Time spent on this member so far, seconds.</summary>
    public double Seconds { get; init; }

    /// <summary>Engines that computed it, each once, the last one last; that of this process is added when it is written.</summary>
    public IReadOnlyList<string> Engines { get; init; } = [];

    /// <summary>Whether the member is done with it.</summary>
    public bool IsFinal(TrainingOptions options) => Position.Batch == 0 && Counters.IsOver(options);
}
