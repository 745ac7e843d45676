namespace DeepmineSentinel.Core.Stability;

/// <summary>
/// The modified stability number N' = Q' A B C of Potvin (1988), factor by factor. Never put it on a graph drawn for the
/// original N (<see cref="OriginalStabilityNumber"/>), nor the other way about. Angles outside 0 to 90 degrees are refused.
/// </summary>
public static class StabilityNumber
{
    /// <summary>Q' = RQD/Jn x Jr/Ja (Barton, Lien and Lunde 1974 without the water and stress terms).</summary>
    /// <param name="rqdPercent">RQD, %.</param>
    /// <param name="jointSetNumber">Jn.</param>
    /// <param name="jointRoughnessNumber">Jr.</param>
    /// <param name="jointAlterationNumber">Ja.</param>
    public static double QPrime(
        double rqdPercent,
        double jointSetNumber,
        double jointRoughnessNumber,
        double jointAlterationNumber
    ) =>
        AtLeastZero(rqdPercent, nameof(rqdPercent))
        / Positive(jointSetNumber, nameof(jointSetNumber))
        * Positive(jointRoughnessNumber, nameof(jointRoughnessNumber))
        / Positive(jointAlterationNumber, nameof(jointAlterationNumber));

    /// <summary>
    /// Rock stress factor A (Potvin 1988) from r = UCS / induced compressive stress: 0.1 up to 2, 0.1125 r - 0.125 to 10,
    /// 1 above. No compression or tension gives 1; see <see cref="FactorAInTension"/> for the stricter answer.
    /// </summary>
    /// <param name="ucsMegapascals">Uniaxial compressive strength, MPa, above 0.</param>
    /// <param name="inducedStressMegapascals">Induced stress parallel to the surface, MPa; negative is tension.</param>
    public static double FactorA(double ucsMegapascals, double inducedStressMegapascals)
    {
        double strength = Positive(ucsMegapascals, nameof(ucsMegapascals));
        if (inducedStressMegapascals <= 0)
        {
            return 1;
        }

        return Math.Clamp((0.1125 * strength / inducedStressMegapascals) - 0.125, 0.1, 1);
    }

    /// <summary>Factor A of a surface in tension, 0.9 exp(11 sigma/UCS) (Diederichs and Kaiser 1999).</summary>
    /// <param name="ucsMegapascals">Uniaxial compressive strength, MPa, above 0.</param>
    /// <param name="tensionMegapascals">Stress, MPa, negative.</param>
    public static double FactorAInTension(double ucsMegapascals, double tensionMegapascals) =>
        tensionMegapascals < 0
            ? 0.9 * Math.Exp(11 * tensionMegapascals / Positive(ucsMegapascals, nameof(ucsMegapascals)))
            : throw new ArgumentOutOfRangeException(nameof(tensionMegapascals), "Tension is negative.");

    /// <summary>Joint orientation factor B (Potvin 1988): least, 0.2, where the joint lies at 10 to 30 degrees.</summary>
    /// <param name="jointAngleDegrees">Angle between critical joint and surface, degrees, 0 to 90.</param>
    public static double FactorB(double jointAngleDegrees) =>
        Angle(jointAngleDegrees, nameof(jointAngleDegrees)) switch
        {
            <= 10 => 0.3 - (0.01 * jointAngleDegrees),
            <= 30 => 0.2,
            <= 60 => (0.02 * jointAngleDegrees) - 0.4,
            _ => (jointAngleDegrees / 150) + 0.4,
        };

    /// <summary>Gravity factor C for falls and slabbing, 8 - 6 cos(dip) (Potvin 1988): 2 for a back, 8 for a wall.</summary>
    /// <param name="surfaceDipDegrees">Dip of the surface, degrees; 0 for a back.</param>
    public static double FactorC(double surfaceDipDegrees) =>
        8 - (6 * Math.Cos(double.DegreesToRadians(Angle(surfaceDipDegrees, nameof(surfaceDipDegrees)))));

    /// <summary>N' = Q' A B C.</summary>
    public static double NPrime(double qPrime, double factorA, double factorB, double factorC) =>
        qPrime * factorA * factorB * factorC;

    internal static double Angle(double degrees, string name) =>
        degrees is >= 0 and <= 90
            ? degrees
            : throw new ArgumentOutOfRangeException(name, "An angle lies between 0 and 90 degrees.");

    internal static double Positive(double value, string name) =>
        value > 0 && double.IsFinite(value)
            ? value
            : throw new ArgumentOutOfRangeException(name, "The value must be above zero.");

    private static double AtLeastZero(double value, string name) =>
        value >= 0 && double.IsFinite(value)
            ? value
            : throw new ArgumentOutOfRangeException(name, "The value must not be negative.");
}
