using DeepmineSentinel.Learning.Datasets;

namespace DeepmineSentinel.Learning.Metrics;

/// <summary>
/// The draws of <see cref="StopeBootstrap"/> as weights: how often each sample's stope was drawn. The same stopes, drawn once
/// for any number of statistics, and none of them copies or sorts a sample.
/// </summary>
public sealed class StopeDraws
{
    private readonly int[] groupOfSample;
    private readonly int[][] counts;
    private readonly BootstrapOptions options;

    /// <summary>Draws.</summary>
    /// <param name="stopeOfSample">The stope that each sample belongs to.</param>
    /// <param name="options">How to draw.</param>
    public StopeDraws(IReadOnlyList<int> stopeOfSample, BootstrapOptions options)
    {
        this.options = options;
        Dictionary<int, int> groups = [];
        groupOfSample = [.. stopeOfSample.Select(stope => GroupOf(groups, stope))];
        Stopes = groups.Count;
        counts = [.. Enumerable.Range(0, Stopes == 0 ? 0 : options.Draws).Select(Draw)];
    }

    /// <summary>Stopes drawn from.</summary>
    public int Stopes { get; }

    /// <summary>The interval of a statistic.</summary>
    /// <param name="statistic">The statistic of the samples, each counted as often as its weight says; NaN where it has none.</param>
    public MetricInterval Interval(Func<int[], double> statistic)
    {
        int[] weights = new int[groupOfSample.Length];
        List<double> values = [];
        foreach (int[] drawn in counts)
        {
            for (int i = 0; i < weights.Length; i++)
            {
                weights[i] = drawn[groupOfSample[i]];
            }

            double value = statistic(weights);
            if (!double.IsNaN(value))
            {
                values.Add(value);
            }
        }

        double tail = (1 - options.Level) / 2;
        return new MetricInterval(Quantile.Of(values, tail), Quantile.Of(values, 1 - tail), values.Count);
    }

    // The same stream and the same order of stopes as StopeBootstrap: a test holds them equal.
    private int[] Draw(int draw)
    {
        SeededNumbers numbers = new(options.Seed, "bootstrap", draw);
        int[] drawn = new int[Stopes];
        for (int i = 0; i < Stopes; i++)
        {
            drawn[numbers.NextIndex(Stopes)]++;
        }

        return drawn;
    }

    private static int GroupOf(Dictionary<int, int> groups, int stope)
    {
        if (!groups.TryGetValue(stope, out int group))
        {
            group = groups.Count;
            groups.Add(stope, group);
        }

        return group;
    }
}
