using DeepmineSentinel.Learning.Networks;

namespace DeepmineSentinel.Learning.Training;

/// <summary>Where training starts when it does not start from nothing.</summary>
public sealed record TrainingStart
{
    /// <summary>Members that are trained already, from the first on.</summary>
    public IReadOnlyList<TrainedMember> Finished { get; init; } = [];

    /// <summary>Where the member after them was stopped; null: it starts with its first epoch.</summary>
    public Checkpoint? Current { get; init; }

    /// <summary>Weights that members start from, dealt out in turn; empty: random ones.</summary>
    public IReadOnlyList<IReadOnlyList<WeightArray>> Weights { get; init; } = [];
}
