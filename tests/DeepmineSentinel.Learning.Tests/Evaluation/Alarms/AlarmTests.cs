using DeepmineSentinel.Learning.Datasets;
using DeepmineSentinel.Learning.Evaluation;
using DeepmineSentinel.Learning.Evaluation.Alarms;
using static DeepmineSentinel.Learning.Tests.MineBuilder;

namespace DeepmineSentinel.Learning.Tests.Evaluation.Alarms;

public sealed class AlarmTests
{
    private const byte AllKnown = 0b11111;

    [Fact]
    public void An_alarm_is_one_crossing_until_three_days_below()
    {
        // Above on days 0, 3 and 7: day 3 comes within three days, day 7 four days after day 3.
        AlarmTrack track = Track(40, null, 0, 3, 7);
        Assert.Equal((2, 0), track.Count(0.5));
    }

    [Fact]
    public void An_alarm_is_false_where_no_failure_follows_within_thirty_days_and_open_where_that_is_not_known()
    {
        AlarmTrack standing = AlarmTrack.Of([(Day(0, 0, AllKnown), Said(0.9)), (Day(10, 0, 0b00111), Said(0.9))], null);
        Assert.Equal((1, 1), standing.Count(0.5));
        Assert.Equal(1, standing.KnownDays);
        AlarmTrack failing = AlarmTrack.Of([(Day(0, 0b10000, AllKnown), Said(0.9))], Start.AddDays(20));
        Assert.Equal((0, 0), failing.Count(0.5));
    }

    [Fact]
    public void A_warning_counts_from_a_day_to_thirty_before_and_the_last_one_tells_the_lead()
    {
        Assert.Equal(10, Track(20, 20, 2, 10).Lead(0.5));
        Assert.Null(Track(20, 19.5, 19).Lead(0.5));
        Assert.Null(Track(40, 40, 2).Lead(0.5));
        Assert.True(Track(40, 40, 2).CanBeWarned);
    }

    [Fact]
    public void The_threshold_is_the_lowest_before_the_rate_of_false_alarms_is_passed()
    {
        // 3653 stope-days are ten stope-years: ten false alarms are allowed. Stope i says (i + 1) / 20 once.
        int stopes = 20;
        List<Sample> samples = [];
        List<double[]?> said = [];
        for (int stope = 0; stope < stopes; stope++)
        {
            for (int day = 0; day < 183; day++)
            {
                samples.Add(Day(day, 0, AllKnown) with { StopeIndex = stope });
                said.Add(Said(day == 50 ? (stope + 1) / 20.0 : 0));
            }
        }

        SampleSet set = new()
        {
            Stopes = [.. Enumerable.Range(0, stopes).Select(i => Stope($"S{i}", 1))],
            Samples = samples,
            Scheme = LabelScheme.Dated,
            Window = new(),
        };
        AnsweredSamples network = new("network", new double[]?[samples.Count], new int[samples.Count], said);
        AlarmScores scores = Assert.Single(AlarmScorer.Score(new AnsweredGroup(samples, [network], []), set));
        Assert.Equal(10, scores.FalseAlarms);
        Assert.Equal(11 / 20.0, scores.Threshold);
        Assert.InRange(scores.FalseAlarmsPerStopeYear, 0.99, 1);
        Assert.Null(scores.Foreseeable);
    }

    // Days 0 to count - 1; above the threshold on some.
    private static AlarmTrack Track(int count, double? failsOn, params int[] above) =>
        AlarmTrack.Of(
            Enumerable
                .Range(0, count)
                .Select(day => (Day(day, 0, AllKnown), Said(above.Contains(day) ? 0.9 : 0.1)))
                .ToArray(),
            failsOn is { } day ? Start.AddDays(day) : null
        );

    private static double[]? Said(double probability) => [0, 0, probability, 0, 0];

    private static Sample Day(int day, byte targets, byte known) =>
        new()
        {
            StopeIndex = 0,
            AsOf = Start.AddDays(day),
            ConditionLabel = Sample.NoLabel,
            Hazard = new HazardLabels(targets, known),
        };
}
