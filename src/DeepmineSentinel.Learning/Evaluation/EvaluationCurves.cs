namespace DeepmineSentinel.Learning.Evaluation;

/// <summary>The network's curves on one group of stopes.</summary>
/// <param name="Group">Whose samples: test or validation.</param>
/// <param name="Condition">Not stable against stable; null: the head is not trained, or nothing counts.</param>
/// <param name="Forecast">One a horizon with known samples; empty: the head is not trained.</param>
public sealed record EvaluationCurves(string Group, BinaryCurves? Condition, IReadOnlyList<BinaryCurves> Forecast);
