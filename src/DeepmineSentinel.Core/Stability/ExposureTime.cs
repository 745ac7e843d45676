namespace DeepmineSentinel.Core.Stability;

/// <summary>Factor on N' for the time a surface stays open (Tannant and Diederichs 1997).</summary>
public static class ExposureTime
{
    private static readonly double[] Good = [1, 0.8, 0.5, 0.3];
    private static readonly double[] Poor = [0.8, 0.5, 0.3, 0.2];

    /// <summary>The factor: steps at 3, 5 and 12 months, lower in rock with Q' up to 10.</summary>
    /// <param name="months">Months open, at least 0.</param>
    /// <param name="qPrime">Q'.</param>
    public static double Factor(double months, double qPrime)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(months);
        int step = months switch
        {
            < 3 => 0,
            < 5 => 1,
            <= 12 => 2,
            _ => 3,
        };
        return (qPrime > 10 ? Good : Poor)[step];
    }
}
