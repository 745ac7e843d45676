using DeepmineSentinel.Learning.Datasets;
using DeepmineSentinel.Learning.Metrics;

namespace DeepmineSentinel.Learning.Tests.Metrics;

public sealed class RankCurvesTests
{
    [Fact]
    public void A_small_case_by_hand()
    {
        double[] scores = [0.9, 0.8, 0.8, 0.3];
        bool[] happened = [true, true, false, false];

        Assert.Equal([new(0, 0), new(0, 0.5), new(0.5, 1), new(1, 1)], RankCurves.Roc(scores, happened));
        Assert.Equal([new(0.5, 1), new(1, 2 / 3.0), new(1, 0.5)], RankCurves.PrecisionRecall(scores, happened));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void One_kind_alone_has_no_roc(bool kind)
    {
        Assert.Empty(RankCurves.Roc([0.1, 0.2], [kind, kind]));
        Assert.Equal(kind, RankCurves.PrecisionRecall([0.1, 0.2], [kind, kind]).Count > 0);
        Assert.Empty(RankCurves.PrecisionRecall([], []));
    }

    [Fact]
    public void Thinning_keeps_the_area_and_both_ends()
    {
        SeededNumbers numbers = new(5, "rank curves");
        double[] scores = [.. Enumerable.Range(0, 20_000).Select(_ => numbers.NextDouble())];
        bool[] happened = [.. scores.Select(score => numbers.NextDouble() < score * score)];

        IReadOnlyList<CurvePoint> curve = RankCurves.Roc(scores, happened);

        Assert.True(curve.Count < 250, $"{curve.Count} points");
        Assert.Equal(new CurvePoint(0, 0), curve[0]);
        Assert.Equal(new CurvePoint(1, 1), curve[^1]);
        double area = curve
            .Zip(curve.Skip(1))
            .Sum(pair => (pair.Second.X - pair.First.X) * (pair.First.Y + pair.Second.Y) / 2);
        Assert.Equal(BinaryScores.Auc(scores, happened), area, 0.001);
    }
}
