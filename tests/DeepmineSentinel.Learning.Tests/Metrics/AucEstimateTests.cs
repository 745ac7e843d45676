using DeepmineSentinel.Learning.Metrics;

namespace DeepmineSentinel.Learning.Tests.Metrics;

public sealed class AucEstimateTests
{
    [Theory]
    [InlineData(13, 37, 0.8245)]
    [InlineData(4, 12, 0.561)]
    public void A_perfect_ranking_of_few_rows_is_not_certain(int events, int others, double lowest)
    {
        AucEstimate estimate = Ranked(events, others);
        Assert.Equal(1, estimate.Auc, 1e-9);
        Assert.Equal(1, estimate.Upper, 1e-9);
        // Calculated apart, by bisection in Python.
        Assert.Equal(lowest, estimate.Lower, 0.001);
        Assert.Equal(1 - lowest, estimate.Mirrored.Upper, 0.001);
    }

    [Fact]
    public void The_interval_covers_the_truth_about_as_often_as_it_says()
    {
        const int trials = 2_000;
        int covered = 0;
        Random numbers = new(7);
        for (int trial = 0; trial < trials; trial++)
        {
            bool[] happened = [.. Enumerable.Range(0, 40).Select(i => i < 12)];
            // Events two standard deviations of a normal apart by one: the true area is Phi(1 / sqrt 2).
            double[] scores = [.. happened.Select(one => Normal(numbers) + (one ? 1 : 0))];
            AucEstimate estimate = AucEstimate.Of(scores, happened)!;
            covered += estimate.Lower <= 0.76025 && estimate.Upper >= 0.76025 ? 1 : 0;
        }

        Assert.InRange((double)covered / trials, 0.975, 1);
    }

    [Fact]
    public void Without_one_of_the_two_there_is_none() => Assert.Null(AucEstimate.Of([1, 2], [true, true]));

    private static AucEstimate Ranked(int events, int others) =>
        AucEstimate.Of(
            [.. Enumerable.Range(0, events + others).Select(i => (double)i)],
            [.. Enumerable.Range(0, events + others).Select(i => i >= others)]
        )!;

    private static double Normal(Random numbers) =>
        Math.Sqrt(-2 * Math.Log(1 - numbers.NextDouble())) * Math.Cos(2 * Math.PI * numbers.NextDouble());
}
