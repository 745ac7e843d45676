namespace DeepmineSentinel.Learning.Artifacts.Cases;

/// <summary>Scale and temperature of the networks of case histories.</summary>
/// <param name="Means">Taken off the logarithms of HR, Q', A, B and C (the last four with a minus before them), [5].</param>
/// <param name="Spreads">Divided by, above 0, [5].</param>
/// <param name="NotStableCentre">Log-odds of not stable among training cases.</param>
/// <param name="FailureCentre">Log-odds of failure among those not stable.</param>
/// <param name="Temperature">The distance of log-odds from the centres is divided by it, above 0.</param>
public sealed record CaseNetworkScale(
    IReadOnlyList<double> Means,
    IReadOnlyList<double> Spreads,
    double NotStableCentre,
    double FailureCentre,
    double Temperature
);
