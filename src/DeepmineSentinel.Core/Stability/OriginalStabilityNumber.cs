namespace DeepmineSentinel.Core.Stability;

/// <summary>Factors of the original stability number N (Mathews and others 1981); for graphs drawn for N alone.</summary>
public static class OriginalStabilityNumber
{
    /// <summary>Joint orientation factor B of the original method.</summary>
    /// <param name="jointAngleDegrees">Angle between critical joint and surface, degrees, 0 to 90.</param>
    public static double FactorB(double jointAngleDegrees) =>
        StabilityNumber.Angle(jointAngleDegrees, nameof(jointAngleDegrees)) switch
        {
            <= 20 => 0.5 - (0.01 * jointAngleDegrees),
            <= 45 => (0.004 * jointAngleDegrees) + 0.22,
            <= 60 => (2.0 / 75 * jointAngleDegrees) - 0.8,
            _ => (jointAngleDegrees / 150) + 0.4,
        };

    /// <summary>Gravity factor C of the original method, 8 - 7 cos(dip).</summary>
    /// <param name="surfaceDipDegrees">Dip of the surface, degrees; 0 for a back.</param>
    public static double FactorC(double surfaceDipDegrees) =>
        8
        - (7 * Math.Cos(double.DegreesToRadians(StabilityNumber.Angle(surfaceDipDegrees, nameof(surfaceDipDegrees)))));
}
