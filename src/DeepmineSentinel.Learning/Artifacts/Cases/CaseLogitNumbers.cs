namespace DeepmineSentinel.Learning.Artifacts.Cases;

/// <summary>A fitted ordinal logit: P(state at most k) = s(threshold k - x b).</summary>
/// <param name="Means">Taken off the logarithms, as with the networks, [5].</param>
/// <param name="Spreads">Divided by, above 0, [5].</param>
/// <param name="Used">Positions of the inputs that it looks at, rising.</param>
/// <param name="Parameters">Two thresholds, rising, then a coefficient an input used.</param>
public sealed record CaseLogitNumbers(
    IReadOnlyList<double> Means,
    IReadOnlyList<double> Spreads,
    IReadOnlyList<int> Used,
    IReadOnlyList<double> Parameters
);
