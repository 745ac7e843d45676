namespace DeepmineSentinel.Core.Stability;

/// <summary>
/// Isoprobability curves of our own, logistic in ln HR and ln N', fitted on 316 published case histories (Potvin 1988,
/// Cannington, Mathews 1981, Nickson 1992). The published stable line lies near P(stable) = 0.66.
/// </summary>
public static class Isoprobability
{
    /// <summary>Log-odds of stable.</summary>
    /// <param name="hydraulicRadiusMetres">Hydraulic radius, m, above 0.</param>
    /// <param name="nPrime">Modified stability number, above 0.</param>
    public static double StableLogit(double hydraulicRadiusMetres, double nPrime) =>
        4.0953
        - (3.5939 * Math.Log(StabilityNumber.Positive(hydraulicRadiusMetres, nameof(hydraulicRadiusMetres))))
        + (1.3326 * Math.Log(StabilityNumber.Positive(nPrime, nameof(nPrime))));

    /// <summary>Log-odds of stable or unstable, that is of not failing.</summary>
    /// <param name="hydraulicRadiusMetres">Hydraulic radius, m, above 0.</param>
    /// <param name="nPrime">Modified stability number, above 0.</param>
    public static double NotFailureLogit(double hydraulicRadiusMetres, double nPrime) =>
        8.5113
        - (4.7099 * Math.Log(StabilityNumber.Positive(hydraulicRadiusMetres, nameof(hydraulicRadiusMetres))))
        + (1.2397 * Math.Log(StabilityNumber.Positive(nPrime, nameof(nPrime))));

    /// <summary>Probability of stable.</summary>
    public static double Stable(double hydraulicRadiusMetres, double nPrime) =>
        Logistic(StableLogit(hydraulicRadiusMetres, nPrime));

    /// <summary>Probability of not failing; never below <see cref="Stable"/>, where the two fitted curves cross far out.</summary>
    public static double NotFailure(double hydraulicRadiusMetres, double nPrime) =>
        Math.Max(Logistic(NotFailureLogit(hydraulicRadiusMetres, nPrime)), Stable(hydraulicRadiusMetres, nPrime));

    /// <summary>Whether a surface lies where the curves were fitted: HR 1 to 23 m and N' 0.05 to 720. Flag it otherwise.</summary>
    public static bool IsInsideFit(double hydraulicRadiusMetres, double nPrime) =>
        hydraulicRadiusMetres is >= 1 and <= 23 && nPrime is >= 0.05 and <= 720;

    private static double Logistic(double logit) => 1 / (1 + Math.Exp(-logit));
}
