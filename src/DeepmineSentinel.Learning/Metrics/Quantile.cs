namespace DeepmineSentinel.Learning.Metrics;

/// <summary>Quantiles, linear between order statistics.</summary>
public static class Quantile
{
    /// <summary>A quantile.</summary>
    /// <param name="values">Values in any order; not changed.</param>
    /// <param name="share">0 for the smallest, 1 for the largest.</param>
    /// <returns>NaN without values.</returns>
    public static double Of(IReadOnlyCollection<double> values, double share)
    {
        if (values.Count == 0)
        {
            return double.NaN;
        }

        double[] sorted = [.. values.Order()];
        double place = share * (sorted.Length - 1);
        int below = Math.Min((int)place, sorted.Length - 1);
        int above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((place - below) * (sorted[above] - sorted[below]));
    }
}
