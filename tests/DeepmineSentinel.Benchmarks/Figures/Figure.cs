namespace DeepmineSentinel.Benchmarks.Figures;

/// <summary>One measured number beside what was promised.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Value">The median, in <paramref name="Unit"/>.</param>
/// <param name="Unit">Unit.</param>
/// <param name="Promise">What was promised, in words with the bound.</param>
/// <param name="Reached">Whether the promise holds.</param>
/// <param name="Runs">How many runs the median is of.</param>
internal sealed record Figure(string Name, double Value, string Unit, string Promise, bool Reached, int Runs)
{
    public static Figure AtMost(string name, IReadOnlyList<double> values, string unit, double bound) =>
        new(name, Median(values), unit, $"at most {bound:0.###}", Median(values) <= bound, values.Count);

    public static Figure AtLeast(string name, IReadOnlyList<double> values, string unit, double bound) =>
        new(name, Median(values), unit, $"at least {bound:0.###}", Median(values) >= bound, values.Count);

    public static double Median(IReadOnlyList<double> values)
    {
        double[] sorted = [.. values.Order()];
        int middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
