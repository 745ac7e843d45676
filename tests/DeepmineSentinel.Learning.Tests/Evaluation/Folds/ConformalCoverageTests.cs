using DeepmineSentinel.Learning.Datasets;
using DeepmineSentinel.Learning.Evaluation;
using DeepmineSentinel.Learning.Evaluation.Folds;

namespace DeepmineSentinel.Learning.Tests.Evaluation.Folds;

public sealed class ConformalCoverageTests
{
    [Fact]
    public void A_stope_counts_once_by_its_last_sample_of_the_class()
    {
        Sample[] samples = [Labelled(0, 0), Labelled(0, 0), Labelled(1, 0), Labelled(1, 2)];
        AnsweredSamples network = new(
            ModelEvaluation.NetworkName,
            [
                [1, 0, 0],
                [1, 0, 0],
                [1, 0, 0],
                [1, 0, 0],
            ],
            [0, 0, 0, 0],
            new double[]?[4]
        )
        {
            Sets = [0b001, 0b110, 0b011, 0b111],
        };
        IReadOnlyList<ConformalCoverage> coverage = ConformalCoverage.Of(new AnsweredGroup(samples, [network], []), 3);
        Assert.Equal(new[] { new ConformalCoverage(0, 2, 1, 2), new ConformalCoverage(2, 1, 1, 3) }, coverage);
    }

    [Fact]
    public void The_interval_is_the_exact_binomial_one()
    {
        // R: binom.test(45, 60)$conf.int is 0.6214 to 0.8528.
        ConformalCoverage coverage = new(0, 60, 45, 1);
        Assert.Equal(0.6214, coverage.Lower, 4);
        Assert.Equal(0.8528, coverage.Upper, 4);
        Assert.True(coverage.IsShort);
        Assert.False(new ConformalCoverage(0, 60, 52, 1).IsShort);
        Assert.Equal(1, new ConformalCoverage(0, 5, 5, 1).Upper);
    }

    private static Sample Labelled(int stope, int label) =>
        new()
        {
            StopeIndex = stope,
            AsOf = DateTime.UnixEpoch,
            ConditionLabel = label,
            IsConditionScored = true,
        };
}
