namespace DeepmineSentinel.Core.Stability;

/// <summary>
/// The refined stability graph (Madenova and Suorineni 2020, Mining Technology 129(1):40-52) on the modified N'. It knows no
/// stope width, which misleads in narrow veins; it is not for backfill walls; blasting is not included.
/// </summary>
public static class RefinedGraph
{
    private const double StableFactor = 0.0766;
    private const double StablePower = 2.694;
    private const double FailureFactor = 0.0200;
    private const double FailurePower = 2.689;

    /// <summary>Smallest N' that is stable at a hydraulic radius (m).</summary>
    public static double StableLine(double hydraulicRadiusMetres) =>
        StableFactor * Math.Pow(hydraulicRadiusMetres, StablePower);

    /// <summary>N' below which failure is expected at a hydraulic radius (m).</summary>
    public static double FailureLine(double hydraulicRadiusMetres) =>
        FailureFactor * Math.Pow(hydraulicRadiusMetres, FailurePower);

    /// <summary>The zone of a surface.</summary>
    /// <param name="hydraulicRadiusMetres">Hydraulic radius, m, above 0.</param>
    /// <param name="nPrime">Modified stability number, above 0.</param>
    public static GraphZone Zone(double hydraulicRadiusMetres, double nPrime)
    {
        double radius = StabilityNumber.Positive(hydraulicRadiusMetres, nameof(hydraulicRadiusMetres));
        double number = StabilityNumber.Positive(nPrime, nameof(nPrime));
        if (number >= StableLine(radius))
        {
            return GraphZone.Stable;
        }

        return number < FailureLine(radius) ? GraphZone.Failure : GraphZone.Unstable;
    }

    /// <summary>Largest hydraulic radius (m) that is still stable: (N'/0.0766)^(1/2.694).</summary>
    public static double LargestStableHydraulicRadiusMetres(double nPrime) =>
        Math.Pow(StabilityNumber.Positive(nPrime, nameof(nPrime)) / StableFactor, 1 / StablePower);
}
