namespace DeepmineSentinel.Benchmarks.Figures;

/// <summary>One measured number beside what was promised.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Value">The median, or the percentile that the name says, in <paramref name="Unit"/>.</param>
/// <param name="Unit">Unit.</param>
/// <param name="Promise">What was promised, in words with the bound.</param>
/// <param name="Reached">Whether the promise holds.</param>
/// <param name="Runs">How many runs the value is of.</param>
internal sealed record Figure(string Name, double Value, string Unit, string Promise, bool Reached, int Runs)
{
    public static Figure AtMost(string name, IReadOnlyList<double> values, string unit, double bound) =>
        new(name, Median(values), unit, $"at most {bound:0.###}", Median(values) <= bound, values.Count);

    public static Figure AtLeast(string name, IReadOnlyList<double> values, string unit, double bound) =>
        new(name, Median(values), unit, $"at least {bound:0.###}", Median(values) >= bound, values.Count);

    /// <summary>Most of many values, as people who wait feel it: <c>share</c> of them are no greater.</summary>
    public static Figure PercentileAtMost(
        string name,
        double share,
        IReadOnlyList<double> values,
        string unit,
        double bound
    ) =>
        new(
            $"{name}, p{share * 100:0.#}",
            Percentile(values, share),
            unit,
            $"at most {bound:0.###}",
            Percentile(values, share) <= bound,
            values.Count
        );

    /// <summary>The least value that <paramref name="share"/> of all do not exceed.</summary>
    public static double Percentile(IReadOnlyList<double> values, double share)
    {
        double[] sorted = [.. values.Order()];
        return sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Length) - 1, 0, sorted.Length - 1)];
    }

    public static double Median(IReadOnlyList<double> values)
    {
        double[] sorted = [.. values.Order()];
        int middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
