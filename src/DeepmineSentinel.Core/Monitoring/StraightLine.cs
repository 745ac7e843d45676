namespace DeepmineSentinel.Core.Monitoring;

/// <summary>A least-squares line.</summary>
/// <param name="Slope">Rise a unit.</param>
/// <param name="Intercept">Value at 0.</param>
/// <param name="RSquared">Share of the variance explained; 1 where there is none.</param>
/// <param name="ResidualDeviation">Standard deviation of residuals, by n - 2.</param>
/// <param name="MeanX">Mean of x.</param>
/// <param name="SpreadX">Sum of squared distances of x to its mean.</param>
/// <param name="Count">Points.</param>
internal sealed record StraightLine(
    double Slope,
    double Intercept,
    double RSquared,
    double ResidualDeviation,
    double MeanX,
    double SpreadX,
    int Count
)
{
    public static StraightLine Through(double[] x, double[] y)
    {
        double meanX = x.Average();
        double meanY = y.Average();
        double spreadX = 0;
        double spreadY = 0;
        double both = 0;
        for (int i = 0; i < x.Length; i++)
        {
            spreadX += (x[i] - meanX) * (x[i] - meanX);
            spreadY += (y[i] - meanY) * (y[i] - meanY);
            both += (x[i] - meanX) * (y[i] - meanY);
        }

        double slope = spreadX > 0 ? both / spreadX : 0;
        double left = Math.Max(0, spreadY - (slope * both));
        return new StraightLine(
            slope,
            meanY - (slope * meanX),
            spreadY > 0 ? 1 - (left / spreadY) : 1,
            x.Length > 2 ? Math.Sqrt(left / (x.Length - 2)) : 0,
            meanX,
            spreadX,
            x.Length
        );
    }

    /// <summary>Fieller's interval of the place where the line is zero, t standard deviations wide on each side.</summary>
    /// <returns>Nulls where the slope is not clearly different from zero: then nothing bounds the place.</returns>
    public (double? Low, double? High) ZeroInterval(double t)
    {
        double variance = t * t * ResidualDeviation * ResidualDeviation;
        double meanY = Intercept + (Slope * MeanX);
        double a = (Slope * Slope) - (variance / SpreadX);
        if (a <= 0)
        {
            return (null, null);
        }

        // Points z around the mean with (meanY + slope z)^2 = variance (1/n + z^2 / spread).
        double b = Slope * meanY;
        double c = (meanY * meanY) - (variance / Count);
        double root = Math.Sqrt(Math.Max(0, (b * b) - (a * c)));
        return (MeanX + ((-b - root) / a), MeanX + ((-b + root) / a));
    }
}
