using DeepmineSentinel.Learning.Datasets;
using DeepmineSentinel.Learning.Evaluation.Followed;

namespace DeepmineSentinel.Learning.Tests.Evaluation;

public sealed class FollowUpTests
{
    private const double Threshold = 0.1;
    private static readonly DateTime Start = new(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void A_forecast_is_scored_against_what_was_seen_after_it()
    {
        FollowUpScores scores = FollowUp.Score(
            [
                Said(1, 0, 0.4, failure: 5),
                Said(2, 0, 0.2, standing: 20),
                Said(3, 0, 0.9, failure: 9),
                Said(4, 0, 0.1, standing: 6),
            ],
            Threshold
        );
        Assert.Equal((4, 0, 1), (scores.Predictions, scores.LeftOut, scores.Open));
        Assert.Equal((3, 3, 1), (scores.Whole.Scored, scores.Whole.Stopes, scores.Whole.Failing));
        Assert.Equal(((0.6 * 0.6) + (0.2 * 0.2) + (0.9 * 0.9)) / 3, scores.Whole.Brier!.Value, 12);
        Assert.Null(scores.Whole.BrierInterval);
    }

    [Fact]
    public void What_could_have_known_its_end_is_left_out()
    {
        FollowedPrediction fair = Said(1, 0, 0.4, failure: 5);
        FollowUpScores scores = FollowUp.Score(
            [
                fair,
                fair with
                {
                    ComputedAt = Start.AddDays(5.5),
                    Probability = 1,
                },
                Said(2, 0, 0.7, failure: 2) with
                {
                    ComputedAt = Start.AddDays(2.5),
                },
                Said(3, 6, 0.9, failure: 5),
                Said(4, 0, 0.9, failure: 2) with
                {
                    ComputedAt = Start.AddDays(1),
                    FailureKnownAt = Start.AddHours(20),
                },
                Said(5, 0, 0.1, standing: 30) with
                {
                    ComputedAt = Start.AddDays(4),
                },
            ],
            Threshold
        );
        Assert.Equal(5, scores.LeftOut);
        Assert.Equal(0.36, scores.Whole.Brier!.Value, 12);
    }

    [Fact]
    public void Of_several_about_one_moment_the_first_counts()
    {
        FollowUpScores scores = FollowUp.Score(
            [
                Said(1, 0, 0.9, standing: 30) with
                {
                    ComputedAt = Start.AddHours(9),
                },
                Said(1, 0, 0.2, standing: 30) with
                {
                    ComputedAt = Start.AddHours(1),
                },
            ],
            Threshold
        );
        Assert.Equal(1, scores.Whole.Scored);
        Assert.Equal(0.04, scores.Whole.Brier!.Value, 12);
    }

    [Fact]
    public void Alarms_are_hits_misses_false_and_open_in_the_month_they_belong_to()
    {
        FollowUpScores scores = FollowUp.Score(
            [
                // Warned three days ahead; the failure is in March.
                Said(1, 20, 0.3, failure: 23),
                Said(1, 22, 0.4, failure: 23),
                // Never warned; the failure is in April.
                Said(2, 25, 0.01, failure: 40),
                // Two alarms with more than three days between: both false.
                Said(3, 0, 0.5, standing: 90),
                Said(3, 1, 0.5, standing: 90),
                Said(3, 8, 0.5, standing: 90),
                // Not known yet.
                Said(4, 40, 0.5, standing: 50),
            ],
            Threshold
        );
        Assert.Equal(new AlarmCounts(1, 1, 2, 1), scores.Alarms);
        Assert.Equal(["2026-03", "2026-04"], scores.Months.Select(month => month.Month));
        Assert.Equal(new AlarmCounts(1, 0, 2, 0), scores.Months[0].Alarms);
        Assert.Equal(new AlarmCounts(0, 1, 0, 1), scores.Months[1].Alarms);
        Assert.Null(scores.Alarms.RecallInterval);
    }

    [Fact]
    public void A_calibrated_forecaster_passes_and_one_that_says_half_of_it_does_not()
    {
        FollowUpScores honest = FollowUp.Score(Drawn(share: 1), Threshold);
        FollowUpScores calm = FollowUp.Score(Drawn(share: 0.25), Threshold);
        Assert.True(honest.CalibrationError <= honest.CalibrationPoint);
        Assert.True(calm.CalibrationError > calm.CalibrationPoint);
        Assert.InRange(honest.Whole.Brier!.Value, honest.Whole.BrierInterval![0], honest.Whole.BrierInterval[1]);
        Assert.All(honest.Reliability, bin => Assert.InRange(bin.ObservedShare, bin.Lower, bin.Upper));
        Assert.Equal(honest.Whole.Scored, honest.Reliability.Sum(bin => bin.Count));
    }

    [Fact]
    public void Nothing_said_gives_no_figures()
    {
        FollowUpScores none = FollowUp.Score([], Threshold);
        Assert.Equal(0, none.Whole.Scored);
        Assert.Null(none.Whole.Brier);
        Assert.Empty(none.Months);
    }

    // One forecast a stope; a stope fails with the probability that an honest forecaster says.
    private static List<FollowedPrediction> Drawn(double share)
    {
        SeededNumbers numbers = new(7, "follow-up test");
        List<FollowedPrediction> said = [];
        for (int stope = 1; stope <= 400; stope++)
        {
            double probability = numbers.NextBetween(0.05, 0.9);
            bool fails = numbers.NextDouble() < probability;
            said.Add(
                fails
                    ? Said(stope, stope % 20, share * probability, failure: (stope % 20) + 3)
                    : Said(stope, stope % 20, share * probability, standing: 90)
            );
        }

        return said;
    }

    private static FollowedPrediction Said(
        int stope,
        double day,
        double probability,
        double? failure = null,
        double? standing = null
    ) =>
        new()
        {
            RunId = "20260131_235959_0a1b2c3d",
            StopeId = stope,
            AsOf = Start.AddDays(day),
            ComputedAt = Start.AddDays(day).AddMinutes(5),
            Probability = probability,
            Failure = failure is { } at ? Start.AddDays(at) : null,
            FailureKnownAt = failure is { } known ? Start.AddDays(known + 0.5) : null,
            StandingUntil = (failure ?? standing) is { } last ? Start.AddDays(last) : null,
        };
}
