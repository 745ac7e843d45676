using DeepmineSentinel.Learning.Datasets;
using DeepmineSentinel.Learning.Metrics;

namespace DeepmineSentinel.Learning.Tests.Metrics;

public sealed class MetricsTests
{
    [Fact]
    public void A_confusion_matrix_gives_the_values_worked_out_by_hand()
    {
        // Rows: 0 -> 3 right, 1 as 1; 1 -> 1 as 0, 2 right, 1 as 2; 2 -> 2 right.
        int[] labels = [0, 0, 0, 0, 1, 1, 1, 1, 2, 2];
        int[] answers = [0, 0, 0, 1, 0, 1, 1, 2, 2, 2];
        ConfusionMatrix matrix = new(3, labels, answers);
        Assert.Equal([3, 1, 0], matrix.Rows[0]);
        Assert.Equal([1, 2, 1], matrix.Rows[1]);
        Assert.Equal(0.7, matrix.Accuracy, 12);
        Assert.Equal((0.75 + 0.5 + 1) / 3, matrix.BalancedAccuracy, 12);
        Assert.Equal((0.75 + (2.0 / 3) + (2.0 / 3)) / 3, matrix.MacroPrecision, 12);
        Assert.Equal((0.75 + (4.0 / 7) + 0.8) / 3, matrix.MacroF1, 12);
        Assert.Equal((0.4 * 0.75) + (0.4 * 4 / 7) + (0.2 * 0.8), matrix.WeightedF1, 12);
        Assert.Equal(matrix.Accuracy, matrix.WeightedRecall, 12);
    }

    [Fact]
    public void A_class_that_never_occurs_does_not_pull_the_means_down()
    {
        ConfusionMatrix matrix = new(3, [0, 1], [0, 1]);
        Assert.Equal(1, matrix.BalancedAccuracy);
        Assert.Equal(1, matrix.MacroF1);
    }

    [Fact]
    public void Class_scores_give_the_values_worked_out_by_hand()
    {
        double[][] probabilities =
        [
            [0.7, 0.2, 0.1],
            [0.25, 0.25, 0.5],
        ];
        Assert.Equal(-(Math.Log(0.7) + Math.Log(0.25)) / 2, ClassScores.LogLoss(probabilities, [0, 1]), 12);
        double first = 0.09 + 0.04 + 0.01;
        double second = 0.0625 + 0.5625 + 0.25;
        Assert.Equal((first + second) / 2, ClassScores.Brier(probabilities, [0, 1]), 12);
        Assert.Equal(2, ClassScores.Answer(probabilities[1]));
    }

    [Fact]
    public void A_probability_of_zero_for_what_happened_costs_much_but_not_for_ever() =>
        Assert.InRange(
            ClassScores.LogLoss(
                [
                    [0, 1],
                ],
                [0]
            ),
            30,
            40
        );

    [Fact]
    public void A_tie_is_answered_with_the_worse_class() => Assert.Equal(1, ClassScores.Answer([0.5, 0.5]));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Auc_equals_its_definition_over_all_pairs(int seed)
    {
        (double[] scores, bool[] happened) = Draw(seed, 60);
        double wins = 0;
        double pairs = 0;
        for (int i = 0; i < scores.Length; i++)
        {
            for (int j = 0; j < scores.Length; j++)
            {
                if (happened[i] && !happened[j])
                {
                    wins +=
                        scores[i] > scores[j] ? 1
                        : scores[i] == scores[j] ? 0.5
                        : 0;
                    pairs++;
                }
            }
        }

        Assert.Equal(wins / pairs, BinaryScores.Auc(scores, happened), 12);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    public void Average_precision_equals_the_sum_over_every_threshold(int seed)
    {
        (double[] scores, bool[] happened) = Draw(seed, 50);
        double before = 0;
        double sum = 0;
        double events = happened.Count(e => e);
        foreach (double threshold in scores.Distinct().OrderDescending())
        {
            int[] taken = [.. Enumerable.Range(0, scores.Length).Where(i => scores[i] >= threshold)];
            double hits = taken.Count(i => happened[i]);
            sum += hits / taken.Length * ((hits / events) - before);
            before = hits / events;
        }

        Assert.Equal(sum, BinaryScores.AveragePrecision(scores, happened), 12);
    }

    [Fact]
    public void Ranks_of_one_class_alone_have_no_auc()
    {
        Assert.True(double.IsNaN(BinaryScores.Auc([0.1, 0.2], [true, true])));
        Assert.True(double.IsNaN(BinaryScores.AveragePrecision([0.1, 0.2], [false, false])));
    }

    [Fact]
    public void Brier_skill_is_nought_for_the_base_rate_and_one_for_an_oracle()
    {
        bool[] happened = [true, false, false, false];
        Assert.Equal(0, BinaryScores.BrierSkill([0.25, 0.25, 0.25, 0.25], happened, 0.25), 12);
        Assert.Equal(1, BinaryScores.BrierSkill([1, 0, 0, 0], happened, 0.25), 12);
        Assert.Equal(0.25 * 0.75, BinaryScores.Brier([0.25, 0.25, 0.25, 0.25], happened), 12);
    }

    [Fact]
    public void Calibration_error_gives_the_value_worked_out_by_hand()
    {
        // Bin of 0.05: mean .05, one of two happened; bin of 0.9: mean .9, both happened.
        double error = Calibration.ExpectedError([0.05, 0.05, 0.9, 0.9], [true, false, true, true]);
        Assert.Equal((0.5 * 0.45) + (0.5 * 0.1), error, 12);
        IReadOnlyList<CalibrationPoint> curve = Calibration.Curve([0.05, 0.05, 0.9, 0.9], [true, false, true, true]);
        Assert.Equal(new CalibrationPoint(0.05, 0.5, 2), curve[0]);
    }

    [Fact]
    public void A_calibrated_forecaster_lies_below_the_perfect_point_and_an_overconfident_one_above()
    {
        SeededNumbers numbers = new(11, "test");
        double[] probabilities = [.. Enumerable.Range(0, 2_000).Select(_ => numbers.NextDouble())];
        bool[] happened = [.. probabilities.Select(p => numbers.NextDouble() < p)];
        double[] overconfident = [.. probabilities.Select(p => p < 0.5 ? p * p : 1 - ((1 - p) * (1 - p)))];
        double point = Calibration.PerfectPoint(probabilities, 1, 200);
        Assert.True(Calibration.ExpectedError(probabilities, happened) < 1.5 * point);
        Assert.True(
            Calibration.ExpectedError(overconfident, happened) > 1.5 * Calibration.PerfectPoint(overconfident, 1, 200)
        );
    }

    [Fact]
    public void A_bootstrap_by_stope_is_wider_than_one_by_window_when_windows_repeat_each_other()
    {
        SeededNumbers numbers = new(3, "test");
        double[] ofStope = [.. Enumerable.Range(0, 40).Select(_ => numbers.NextNormal())];
        int[] stopes = [.. Enumerable.Range(0, 1_000).Select(i => i / 25)];
        double Mean(IReadOnlyList<int> samples) => samples.Average(i => ofStope[stopes[i]]);
        MetricInterval byStope = StopeBootstrap.Interval(stopes, Mean, new());
        MetricInterval byWindow = StopeBootstrap.Interval([.. Enumerable.Range(0, 1_000)], Mean, new());
        double deviation = Math.Sqrt(ofStope.Average(v => Math.Pow(v - ofStope.Average(), 2)) / 40);
        Assert.Equal(2 * 1.96 * deviation, byStope.Upper - byStope.Lower, 0.15 * 4 * deviation);
        Assert.True(byStope.Upper - byStope.Lower > 3 * (byWindow.Upper - byWindow.Lower));
        Assert.Equal(byStope, StopeBootstrap.Interval(stopes, Mean, new()));
    }

    [Fact]
    public void Draws_without_a_value_are_counted_out()
    {
        MetricInterval interval = StopeBootstrap.Interval([0, 1], _ => double.NaN, new() { Draws = 10 });
        Assert.Equal(0, interval.Draws);
        Assert.True(double.IsNaN(interval.Lower));
    }

    private static (double[] Scores, bool[] Happened) Draw(int seed, int count)
    {
        SeededNumbers numbers = new(seed, "metrics");
        double[] scores = [.. Enumerable.Range(0, count).Select(_ => Math.Round(numbers.NextDouble(), 1))];
        return (scores, [.. scores.Select(score => numbers.NextDouble() < score)]);
    }
}
