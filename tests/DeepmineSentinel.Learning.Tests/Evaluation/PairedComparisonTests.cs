using DeepmineSentinel.Learning.Evaluation;

namespace DeepmineSentinel.Learning.Tests.Evaluation;

public sealed class PairedComparisonTests
{
    [Fact]
    public void A_difference_has_the_mean_and_an_interval_around_it()
    {
        HeldOutPredictions first = HeldOutSamples.Of(Enumerable.Range(0, 12), (_, _) => 0.5);
        HeldOutPredictions second = HeldOutSamples.Of(Enumerable.Range(0, 12), (stope, _) => stope == 5 ? 0.4 : 0.8);

        PairedComparison compared = PairedComparison.Of([first, second]);

        Assert.Equal((12, 12 * HeldOutSamples.DaysOfStope), (compared.Stopes, compared.Samples));
        MetricValue value = compared.Metric("log_loss")!.Values[1];
        double expected = -((11 * Math.Log(0.8)) + Math.Log(0.4)) / 12;
        Assert.Equal(expected, value.Value!.Value, 1e-12);
        Assert.Equal(expected + Math.Log(0.5), value.Difference!.Value, 1e-12);
        Assert.InRange(value.Difference.Value, value.Lower!.Value, value.Upper!.Value);
        Assert.True(value.IsClear);
        Assert.Empty(compared.Notes);
    }

    [Fact]
    public void Equal_runs_have_no_difference_that_is_clear()
    {
        HeldOutPredictions run = HeldOutSamples.Of(
            Enumerable.Range(0, 12),
            (stope, day) => 0.3 + (0.05 * (stope + day) % 0.6)
        );

        PairedComparison compared = PairedComparison.Of([run, run]);

        Assert.All(
            compared.Metrics,
            metric => Assert.Equal((0, false), (metric.Values[1].Difference, metric.Values[1].IsClear))
        );
    }

    [Fact]
    public void Only_the_samples_that_all_runs_share_are_compared_and_this_is_said()
    {
        HeldOutPredictions first = HeldOutSamples.Of(Enumerable.Range(0, 12), (_, _) => 0.6);
        HeldOutPredictions second = HeldOutSamples.Of(Enumerable.Range(6, 12), (_, _) => 0.7);

        PairedComparison compared = PairedComparison.Of([first, second]);

        Assert.Equal((6, 60), (compared.Stopes, compared.Samples));
        Assert.Contains("60 of 6", Assert.Single(compared.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void A_sample_whose_label_changed_between_the_runs_is_left_out()
    {
        HeldOutPredictions first = HeldOutSamples.Of(Enumerable.Range(0, 6), (_, _) => 0.6);
        HeldOutStope changed = first.Stopes[1] with { Labels = [1, .. first.Stopes[1].Labels.Skip(1)] };
        HeldOutPredictions second = first with { Stopes = [first.Stopes[0], changed, .. first.Stopes.Skip(2)] };

        PairedComparison compared = PairedComparison.Of([first, second]);

        Assert.Equal(59, compared.Samples);
        Assert.Contains(compared.Notes, note => note.StartsWith("1 shared sample", StringComparison.Ordinal));
    }

    [Fact]
    public void Runs_without_a_sample_in_common_cannot_be_compared()
    {
        PairedComparison compared = PairedComparison.Of([
            HeldOutSamples.Of([1, 2], (_, _) => 0.6),
            HeldOutSamples.Of([3, 4], (_, _) => 0.6),
        ]);

        Assert.Empty(compared.Metrics);
        Assert.Contains("cannot be compared", Assert.Single(compared.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void Runs_that_tell_other_classes_apart_are_compared_by_their_forecasts_alone()
    {
        HeldOutPredictions first = HeldOutSamples.Of(Enumerable.Range(0, 6), (_, _) => 0.6);
        PairedComparison compared = PairedComparison.Of([
            first,
            first with
            {
                Classes = ["stable", "not stable", "x"],
            },
        ]);

        Assert.Null(compared.Confusions);
        Assert.Null(compared.Metric("log_loss"));
        Assert.NotNull(compared.Metric("log_loss_7d"));
    }

    [Theory]
    [InlineData(0.7, 0.75, true)]
    [InlineData(0.7, 0.69, false)]
    [InlineData(0.8, 0.4, false)]
    public void The_gate_refuses_what_is_clearly_worse_than_production(double production, double candidate, bool passed)
    {
        GateVerdict verdict = ProductionGate.Judge(
            HeldOutSamples.Of(Enumerable.Range(0, 12), (_, _) => production),
            HeldOutSamples.Of(Enumerable.Range(0, 12), (_, _) => candidate)
        );

        Assert.True(verdict.Judged);
        Assert.Equal(passed, verdict.Passed);
    }

    [Fact]
    public void The_gate_refuses_more_failures_called_stable_however_small_the_loss()
    {
        HeldOutPredictions production = HeldOutSamples.Of(Enumerable.Range(0, 12), (_, _) => 0.6);
        HeldOutPredictions candidate = HeldOutSamples.Of(
            Enumerable.Range(0, 12),
            (stope, day) => (stope, day) == (3, 0) ? 0.45 : 0.9
        );

        GateVerdict verdict = ProductionGate.Judge(production, candidate);

        Assert.False(verdict.Passed);
        Assert.Contains("Samples of the worst class called stable: 1, by production 0.", verdict.Reasons);
    }

    [Fact]
    public void Too_few_shared_stopes_are_left_to_a_person()
    {
        GateVerdict verdict = ProductionGate.Judge(
            HeldOutSamples.Of(Enumerable.Range(0, 4), (_, _) => 0.6),
            HeldOutSamples.Of(Enumerable.Range(0, 4), (_, _) => 0.9)
        );

        Assert.Equal((false, false), (verdict.Passed, verdict.Judged));
    }
}
