using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Predictions;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Learning.Datasets;
using static DeepmineSentinel.Learning.Tests.MineBuilder;

namespace DeepmineSentinel.Learning.Tests.Datasets;

public sealed class SampleBuilderTests
{
    private static readonly LabelOptions Auto = new();
    private static readonly WindowOptions Window = new();

    [Fact]
    public void A_failure_marks_its_interval_clears_those_before_and_hides_those_after()
    {
        StopeHistory stope = Stope("a", 20) with { Outcomes = [Outcome(25, OutcomeClass.Failure, 20.5)] };
        Sample sample = At(stope, day: 10);
        // 10.5 days ahead: in the fourth interval, (7, 14].
        Assert.Equal(new HazardLabels(0b01000, 0b01111), sample.Hazard);
        Assert.Equal([false, false, false, true, true], Enumerable.Range(0, 5).Select(sample.Hazard.FailsWithin));
    }

    [Fact]
    public void A_failure_exactly_at_the_end_of_an_interval_lies_in_it_and_the_next_is_hidden()
    {
        StopeHistory stope = Stope("a", 20) with { Outcomes = [Outcome(17, OutcomeClass.Failure)] };
        Assert.Equal(new HazardLabels(0b00100, 0b00111), At(stope, day: 10).Hazard);
    }

    [Fact]
    public void Without_failure_only_intervals_that_end_before_the_last_outcome_are_known()
    {
        StopeHistory stope = Stope("a", 20) with { Outcomes = [Outcome(17.5, OutcomeClass.Unstable)] };
        Sample sample = At(stope, day: 10);
        Assert.Equal(new HazardLabels(0, 0b00111), sample.Hazard);
        Assert.Equal([false, false, false, null, null], Enumerable.Range(0, 5).Select(sample.Hazard.FailsWithin));
        StopeHistory exactly = stope with { Outcomes = [Outcome(17, OutcomeClass.Stable)] };
        Assert.Equal(new HazardLabels(0, 0b00011), At(exactly, day: 10).Hazard);
    }

    [Fact]
    public void Readings_prove_that_a_stope_stood_only_when_told_to()
    {
        StopeHistory stope = Stope("a", 20) with { Outcomes = [Outcome(10.5, OutcomeClass.Stable)] };
        Assert.Equal(0, At(stope, day: 10).Hazard.Known);
        LabelOptions readings = new() { StandingUntil = StandingEvidence.Readings };
        Assert.Equal(0b00111, Samples(stope, readings).Single(s => s.AsOf == Start.AddDays(10)).Hazard.Known);
    }

    [Fact]
    public void No_sample_is_taken_once_a_stope_has_failed()
    {
        StopeHistory stope = Stope("a", 30) with
        {
            Outcomes =
            [
                Outcome(2, OutcomeClass.Stable),
                Outcome(12, OutcomeClass.Failure),
                Outcome(20, OutcomeClass.Stable),
            ],
        };
        Assert.Equal(12, Samples(stope, Auto).Count);
        Assert.All(Samples(stope, Auto), sample => Assert.True(sample.AsOf < Start.AddDays(12)));
    }

    [Fact]
    public void The_condition_is_the_worst_outcome_of_the_week_ahead()
    {
        StopeHistory stope = Stope("a", 20) with
        {
            Outcomes =
            [
                Outcome(5, OutcomeClass.Unstable),
                Outcome(8, OutcomeClass.Stable),
                Outcome(19, OutcomeClass.Stable),
            ],
        };
        IReadOnlyList<Sample> samples = Samples(stope, Auto);
        Assert.Equal(1, Label(samples, 0));
        Assert.Equal(1, Label(samples, 4));
        Assert.Equal(0, Label(samples, 5));
        Assert.Equal(Sample.NoLabel, Label(samples, 9));
        Assert.Equal(0, Label(samples, 12));
        Assert.All(samples, sample => Assert.Equal(sample.HasCondition ? 1 : 0, sample.ConditionWeight));
    }

    [Fact]
    public void An_outcome_at_the_moment_itself_is_past_and_one_seven_days_ahead_counts()
    {
        StopeHistory stope = Stope("a", 20) with { Outcomes = [Outcome(10, OutcomeClass.Unstable)] };
        IReadOnlyList<Sample> samples = Samples(stope, Auto);
        Assert.DoesNotContain(samples, sample => sample.AsOf == Start.AddDays(10));
        Assert.Equal(1, Label(samples, 3));
        Assert.Equal(Sample.NoLabel, Label(samples, 2));
    }

    [Fact]
    public void The_windows_of_an_undated_label_weigh_one_stope_and_the_last_is_scored()
    {
        SampleSet set = SampleBuilder.Build(
            Data(Stope("a", 40, true), Stope("b", 3, false), Stope("c", 5)),
            Auto,
            Window
        );
        Assert.Equal(LabelScheme.Undated, set.Scheme);
        Assert.Equal([StabilityClass.Stable, StabilityClass.NotStable], set.Classes);
        Assert.Equal(43, set.Samples.Count);
        Assert.Equal(1, set.Samples.Where(s => s.StopeIndex == 0).Sum(s => s.ConditionWeight), 1e-5);
        Sample scored = Assert.Single(set.Samples, s => s.StopeIndex == 1 && s.IsConditionScored);
        Assert.Equal(Start.AddDays(2), scored.AsOf);
        Assert.Equal(1, scored.ConditionLabel);
        Assert.False(set.HasHazards);
    }

    [Fact]
    public void A_stope_without_readings_gives_one_sample_where_it_has_a_label()
    {
        SampleSet undated = SampleBuilder.Build(Data(Stope("a", 0, true), Stope("b")), Auto, Window);
        Sample sample = Assert.Single(undated.Samples);
        Assert.Null(sample.AsOf);
        Assert.True(sample.IsConditionScored);

        StopeHistory failed = Stope("c") with
        {
            Outcomes = [Outcome(3, OutcomeClass.Stable), Outcome(20, OutcomeClass.Failure)],
        };
        Sample dated = Assert.Single(Samples(failed, Auto));
        Assert.Equal(2, dated.ConditionLabel);
        Assert.Equal(0, dated.Hazard.Known);
    }

    [Fact]
    public void Several_readings_a_day_end_one_window_at_the_newest()
    {
        StopeHistory stope = Stope("a") with
        {
            UndatedStability = true,
            Readings = [Reading(Start, 1), Reading(Start.AddHours(5), 2), Reading(Start.AddDays(1), 3)],
        };
        Assert.Equal([Start.AddHours(5), Start.AddDays(1)], SampleBuilder.WindowEnds(stope, Window));
        Assert.Single(SampleBuilder.WindowEnds(stope, new WindowOptions { StepDays = 30 }));
    }

    [Fact]
    public void Dated_outcomes_come_before_undated_labels_unless_told_otherwise()
    {
        StopeHistory both = Stope("a", 10, true) with { Outcomes = [Outcome(5, OutcomeClass.Stable)] };
        Assert.Equal(LabelScheme.Dated, SampleBuilder.Build(Data(both), Auto, Window).Scheme);
        LabelOptions undated = new() { Labels = LabelSource.Undated };
        Assert.Equal(LabelScheme.Undated, SampleBuilder.Build(Data(both), undated, Window).Scheme);
    }

    [Theory]
    [InlineData(LabelSource.Auto, "no_labels")]
    [InlineData(LabelSource.Dated, "no_labels")]
    [InlineData(LabelSource.Undated, "no_labels")]
    public void A_mine_without_labels_is_refused_in_words(LabelSource labels, string code)
    {
        SentinelException refusal = Assert.Throws<SentinelException>(() =>
            SampleBuilder.Build(Data(Stope("a", 10)), new LabelOptions { Labels = labels }, Window)
        );
        Assert.Equal((FailureKind.InsufficientData, code), (refusal.Kind, refusal.Code));
        Assert.Contains("mport", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_mine_is_refused_in_words() =>
        Assert.Equal(
            "no_stopes",
            Assert.Throws<SentinelException>(() => SampleBuilder.Build(Data(), Auto, Window)).Code
        );

    private static IReadOnlyList<Sample> Samples(StopeHistory stope, LabelOptions labels) =>
        SampleBuilder.Build(Data(stope), labels, Window).Samples;

    // The sample of a day, whether or not it would have been kept for want of labels.
    private static Sample At(StopeHistory stope, int day) =>
        Samples(stope, Auto)
            .FirstOrDefault(
                sample => sample.AsOf == Start.AddDays(day),
                new Sample
                {
                    StopeIndex = 0,
                    AsOf = null,
                    ConditionLabel = Sample.NoLabel,
                }
            );

    private static int Label(IReadOnlyList<Sample> samples, int day) =>
        samples
            .Where(sample => sample.AsOf == Start.AddDays(day))
            .Select(sample => sample.ConditionLabel)
            .DefaultIfEmpty(Sample.NoLabel)
            .Single();
}
