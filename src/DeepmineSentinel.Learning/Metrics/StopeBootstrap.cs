using DeepmineSentinel.Learning.Datasets;

namespace DeepmineSentinel.Learning.Metrics;

/// <summary>Percentile intervals that draw stopes with all their windows, never windows (Efron and Tibshirani 1993).</summary>
public static class StopeBootstrap
{
    /// <summary>The interval of a statistic.</summary>
    /// <param name="stopeOfSample">The stope that each sample belongs to.</param>
    /// <param name="statistic">
    /// The statistic of some samples, given by their positions (a stope drawn twice gives its samples twice); NaN where it
    /// has none. For a paired comparison it is the difference.
    /// </param>
    /// <param name="options">How to draw.</param>
    public static MetricInterval Interval(
        IReadOnlyList<int> stopeOfSample,
        Func<IReadOnlyList<int>, double> statistic,
        BootstrapOptions options
    )
    {
        int[][] samples =
        [
            .. Enumerable.Range(0, stopeOfSample.Count).GroupBy(i => stopeOfSample[i]).Select(g => g.ToArray()),
        ];
        List<double> values = [];
        List<int> drawn = [];
        for (int draw = 0; draw < options.Draws && samples.Length > 0; draw++)
        {
            SeededNumbers numbers = new(options.Seed, "bootstrap", draw);
            drawn.Clear();
            for (int i = 0; i < samples.Length; i++)
            {
                drawn.AddRange(samples[numbers.NextIndex(samples.Length)]);
            }

            double value = statistic(drawn);
            if (!double.IsNaN(value))
            {
                values.Add(value);
            }
        }

        double tail = (1 - options.Level) / 2;
        return new MetricInterval(Quantile.Of(values, tail), Quantile.Of(values, 1 - tail), values.Count);
    }
}
