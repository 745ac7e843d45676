namespace DeepmineSentinel.Core.Predictions;

/// <summary>Cases of one state.</summary>
/// <param name="Class">What became of them.</param>
/// <param name="Cases">How many.</param>
public sealed record CaseCount(StabilityClass Class, long Cases);
