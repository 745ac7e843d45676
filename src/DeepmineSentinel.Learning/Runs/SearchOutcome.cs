using DeepmineSentinel.Learning.Search;

namespace DeepmineSentinel.Learning.Runs;

/// <summary>What a search found.</summary>
/// <param name="Trials">Every trial, in the order of the search.</param>
/// <param name="TrainedCount">How many were trained in this call.</param>
/// <param name="Best">The best trial with its networks; null: it was known and has to be trained again to have them.</param>
public sealed record SearchOutcome(IReadOnlyList<TrialRecord> Trials, int TrainedCount, TrainedTrial? Best);
