namespace DeepmineSentinel.Core.Stability;

/// <summary>The extended Mathews graph (Trueman and Mawdesley 2003) on the original N, S being the hydraulic radius.</summary>
public static class ExtendedMathews
{
    private const double Power = 1.82;

    /// <summary>N between stable and failure, 0.2119 S^1.82.</summary>
    public static double FailureLine(double shapeFactorMetres) => 0.2119 * Math.Pow(shapeFactorMetres, Power);

    /// <summary>N between failure and caving, 0.00092 S^1.82.</summary>
    public static double CavingLine(double shapeFactorMetres) => 0.00092 * Math.Pow(shapeFactorMetres, Power);

    /// <summary>The zone of a surface; this graph has no unstable zone.</summary>
    /// <param name="shapeFactorMetres">Hydraulic radius, m, above 0.</param>
    /// <param name="originalStabilityNumber">Original N (<see cref="OriginalStabilityNumber"/>), above 0.</param>
    public static GraphZone Zone(double shapeFactorMetres, double originalStabilityNumber)
    {
        double shape = StabilityNumber.Positive(shapeFactorMetres, nameof(shapeFactorMetres));
        double number = StabilityNumber.Positive(originalStabilityNumber, nameof(originalStabilityNumber));
        if (number >= FailureLine(shape))
        {
            return GraphZone.Stable;
        }

        return number < CavingLine(shape) ? GraphZone.Caving : GraphZone.Failure;
    }
}
