using MathNet.Numerics.Distributions;

namespace DeepmineSentinel.Learning.Metrics;

/// <summary>McNemar's exact test of two models on the same rows, one row a stope: only rows on which one is right and the other wrong tell.</summary>
/// <param name="OnlyFirst">Rows that the first alone answered rightly.</param>
/// <param name="OnlySecond">Rows that the second alone answered rightly.</param>
public sealed record McNemar(int OnlyFirst, int OnlySecond)
{
    /// <summary>Chance of a split at least so uneven, were both as good, 0 to 1.</summary>
    public double P =>
        OnlyFirst + OnlySecond == 0
            ? 1
            : Math.Min(1, 2 * Binomial.CDF(0.5, OnlyFirst + OnlySecond, Math.Min(OnlyFirst, OnlySecond)));

    /// <summary>Odds of the first against the second where they differ, half a row added to each.</summary>
    public double OddsRatio => (OnlyFirst + 0.5) / (OnlySecond + 0.5);
}
