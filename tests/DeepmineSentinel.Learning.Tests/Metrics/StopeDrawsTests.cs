using DeepmineSentinel.Learning.Datasets;
using DeepmineSentinel.Learning.Metrics;

namespace DeepmineSentinel.Learning.Tests.Metrics;

public sealed class StopeDrawsTests
{
    private static readonly BootstrapOptions Options = new() { Draws = 200 };

    [Fact]
    public void Weights_give_the_interval_that_copied_samples_give()
    {
        (int[] stopes, double[] scores, bool[] happened) = Samples();
        RankedSamples ranked = new(scores, happened);

        MetricInterval weighted = new StopeDraws(stopes, Options).Interval(weights =>
            ranked.Auc(weights) - WeightedScores.Mean(scores, weights)
        );
        MetricInterval copied = StopeBootstrap.Interval(
            stopes,
            drawn =>
                BinaryScores.Auc([.. drawn.Select(i => scores[i])], [.. drawn.Select(i => happened[i])])
                - drawn.Average(i => scores[i]),
            Options
        );

        Assert.Equal(copied.Draws, weighted.Draws);
        Assert.Equal(copied.Lower, weighted.Lower, 1e-12);
        Assert.Equal(copied.Upper, weighted.Upper, 1e-12);
    }

    [Fact]
    public void Without_samples_there_is_no_interval()
    {
        MetricInterval interval = new StopeDraws([], Options).Interval(_ => 1);
        Assert.Equal((true, 0), (double.IsNaN(interval.Lower), interval.Draws));
    }

    [Fact]
    public void Weighted_counts_are_those_of_samples_written_out()
    {
        ConfusionMatrix weighted = WeightedScores.Confusion(2, [0, 1, 1], [0, 0, 1], [2, 1, 3]);
        ConfusionMatrix written = new(2, [0, 0, 1, 1, 1, 1], [0, 0, 0, 1, 1, 1]);
        Assert.Equal(written.Rows, weighted.Rows);
        Assert.Equal((written.Total, written.MacroF1), (weighted.Total, weighted.MacroF1));
    }

    // Ties on purpose, and stopes of unequal size.
    private static (int[] Stopes, double[] Scores, bool[] Happened) Samples()
    {
        SeededNumbers numbers = new(5, "draws test");
        int[] stopes = [.. Enumerable.Range(0, 300).Select(_ => numbers.NextIndex(12))];
        double[] scores = [.. stopes.Select(_ => numbers.NextIndex(40) / 40.0)];
        return (stopes, scores, [.. scores.Select(score => numbers.NextDouble() < score)]);
    }
}
