using DeepmineSentinel.Core.Predictions;
using DeepmineSentinel.Core.Risk;
using DeepmineSentinel.Learning.Evaluation;
using DeepmineSentinel.Learning.Evaluation.Statements;

namespace DeepmineSentinel.Learning.Tests.Evaluation;

public sealed class StatementRecordTests
{
    [Fact]
    public void Each_level_tells_what_followed_within_seven_days_by_day_and_by_stope()
    {
        StatementRecord record = Of([
            Stope([0.02, 0.02, 0.3], [false, true, true]),
            Stope([0.02, 0.02, 0.02], [false, false, null]),
            Stope([0.002], [false]),
        ]);

        Assert.Equal(3, record.Stopes);
        Assert.Equal([RiskLevel.VeryLow, RiskLevel.Low, RiskLevel.Critical], record.Levels.Select(row => row.Level));
        LevelRecord low = record.Of(RiskLevel.Low)!;
        Assert.Equal((4, 1, 2, 1), (low.Days, low.FailingDays, low.Stopes, low.FailingStopes));
        Assert.Equal(0.25, low.FailingShare);
        Assert.Equal(0.02, low.MeanProbability, 1e-12);
        Assert.Null(record.Of(RiskLevel.Imminent));
    }

    [Fact]
    public void An_interval_is_drawn_by_stope_and_only_from_stopes_enough_that_failed_at_all()
    {
        HeldOutStope[] standing = [.. Enumerable.Range(0, 9).Select(_ => Stope([0.02, 0.02], [false, false]))];
        HeldOutStope failing = Stope([0.02, 0.02], [true, true]);

        Assert.Null(Of(standing).Of(RiskLevel.Low)!.ShareInterval);
        Assert.Null(Of([.. standing.Take(3), failing]).Of(RiskLevel.Low)!.ShareInterval);
        (double lower, double upper) = Of([.. standing, failing]).Of(RiskLevel.Low)!.ShareInterval!.Value;
        // One stope of ten, drawn whole: between none and three of ten in 95 of 100 draws.
        Assert.Equal(0, lower);
        Assert.Equal(0.3, upper, 1e-9);
    }

    [Fact]
    public void Each_class_tells_what_the_stopes_really_were()
    {
        StatementRecord record = Of([
            Stope([], [], answers: [0, 0, 1, -1], labels: [0, 2, 1, 0]),
            Stope([], [], answers: [0, 0], labels: [-1, 1]),
        ]);

        ClassRecord stable = record.Of(StabilityClass.Stable)!;
        Assert.Equal((3, 2), (stable.Days, stable.Stopes));
        Assert.Equal(
            [(StabilityClass.Stable, 1), (StabilityClass.Unstable, 1), (StabilityClass.Failure, 1)],
            stable.Truth
        );
        Assert.Null(record.Of(StabilityClass.Failure));
        Assert.Empty(record.Levels);
    }

    [Fact]
    public void A_run_without_held_out_stopes_has_a_record_of_nothing()
    {
        StatementRecord record = Of([]);

        Assert.Equal(0, record.Stopes);
        Assert.Empty(record.Levels);
        Assert.Empty(record.Classes);
    }

    private static StatementRecord Of(IReadOnlyList<HeldOutStope> stopes) =>
        StatementRecord.Of(
            new HeldOutPredictions
            {
                FormatVersion = HeldOutPredictions.CurrentFormat,
                Classes = ["Stable", "Unstable", "Failure"],
                HorizonDays = Horizons.Days,
                Stopes = stopes,
            },
            RiskThresholds.Default
        );

    private static HeldOutStope Stope(
        double[] sevenDay,
        bool?[] failed,
        IReadOnlyList<int>? answers = null,
        IReadOnlyList<int>? labels = null
    )
    {
        int count = answers?.Count ?? sevenDay.Length;
        return new HeldOutStope
        {
            Stope = "d133a42cb96ab6e4abf67d5338772411",
            AsOf = new DateTime?[count],
            Labels = labels ?? [.. Enumerable.Repeat(-1, count)],
            Conditions = new IReadOnlyList<double>?[count],
            Answers = answers ?? [.. Enumerable.Repeat(-1, count)],
            Failed = [.. Enumerable.Range(0, count).Select(i => Week(i < failed.Length ? failed[i] : null))],
            Forecasts = [.. Enumerable.Range(0, count).Select(i => i < sevenDay.Length ? Week(sevenDay[i]) : null)],
        };
    }

    private static T[] Week<T>(T value) => [.. Horizons.Days.Select(_ => value)];
}
