namespace DeepmineSentinel.Core.Predictions;

/// <summary>What the gate said of the model of case histories that answers, when it was trained.</summary>
/// <param name="Passed">Whether it passed.</param>
/// <param name="Reasons">What was found, a sentence each.</param>
public sealed record CaseVerdict(bool Passed, IReadOnlyList<string> Reasons);
