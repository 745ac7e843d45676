using DeepmineSentinel.Learning.Networks;

namespace DeepmineSentinel.Learning.Training;

/// <summary>One trained network.</summary>
/// <param name="Weights">Weights of the best epoch.</param>
/// <param name="Counters">Where training ended, and which epoch was the best.</param>
/// <param name="TrainingSeconds">Time it took.</param>
public sealed record TrainedMember(IReadOnlyList<WeightArray> Weights, EpochCounters Counters, double TrainingSeconds);
