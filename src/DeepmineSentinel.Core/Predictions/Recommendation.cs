namespace DeepmineSentinel.Core.Predictions;

/// <summary>Something to do, with its reason.</summary>
/// <param name="Priority">1 is first.</param>
/// <param name="Action">What to do.</param>
/// <param name="Why">Which part of the answer asks for it.</param>
public sealed record Recommendation(int Priority, string Action, string Why);
