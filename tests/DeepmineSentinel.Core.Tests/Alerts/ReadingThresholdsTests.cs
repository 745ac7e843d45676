using DeepmineSentinel.Core.Alerts;
using DeepmineSentinel.Core.Monitoring;
using DeepmineSentinel.Core.Risk;

namespace DeepmineSentinel.Core.Tests.Alerts;

public sealed class ReadingThresholdsTests
{
    private static readonly ReadingThresholds Examples = new(ReadingThresholds.Examples, 0.1);

    [Theory]
    [InlineData(1.7, AlertLevel.Normal, AlertLevel.Normal)]
    [InlineData(1.9, AlertLevel.Normal, AlertLevel.Abnormal)]
    [InlineData(2, AlertLevel.Abnormal, AlertLevel.Abnormal)]
    [InlineData(4.6, AlertLevel.Abnormal, AlertLevel.VeryAbnormal)]
    [InlineData(5, AlertLevel.VeryAbnormal, AlertLevel.VeryAbnormal)]
    public void A_value_gives_a_level_and_a_lower_one_only_beyond_the_hysteresis(
        double value,
        AlertLevel level,
        AlertLevel hold
    )
    {
        AlertEvidence seen = Assert.Single(Examples.Evidence("M", "S", [Deformation(0, value)]));

        Assert.Equal((level, hold), (seen.Level, seen.HoldLevel));
        Assert.Equal(AlertSamples.Deformation, seen.Cause);
        Assert.Contains("example threshold", seen.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void The_greatest_value_of_the_window_counts_and_older_ones_do_not()
    {
        Reading[] readings = [Deformation(-30, 9), Deformation(-3, 6), Deformation(0, 0.1)];

        Assert.Equal(AlertLevel.VeryAbnormal, Examples.Evidence("M", "S", readings)[0].Level);
        Assert.Equal(AlertLevel.Normal, Examples.Evidence("M", "S", [readings[0], readings[2]])[0].Level);
    }

    [Fact]
    public void A_channel_that_was_not_measured_says_nothing()
    {
        Reading other = new() { Timestamp = AlertSamples.Start, StressMegapascals = 900 };

        Assert.Equal(AlertLevel.Unknown, Examples.Evidence("M", "S", [other])[0].Level);
        Assert.Equal(AlertLevel.Unknown, Examples.Evidence("M", "S", [])[0].Level);
    }

    [Fact]
    public void A_rate_is_the_slope_over_the_window()
    {
        ReadingThresholds rates = new(
            [
                new()
                {
                    Channel = "stress",
                    Measure = ThresholdMeasure.RatePerDay,
                    WindowHours = 12,
                    Evacuate = 23.9,
                },
            ],
            0
        );
        Reading[] readings =
        [
            .. Enumerable
                .Range(0, 12)
                .Select(hour => new Reading
                {
                    Timestamp = AlertSamples.Start.AddHours(hour),
                    StressMegapascals = 20 + hour,
                }),
        ];

        AlertEvidence seen = Assert.Single(rates.Evidence("M", "S", readings));
        Assert.Equal(AlertLevel.Evacuate, seen.Level);
        Assert.Contains("MPa a day within 12 h", seen.Reason, StringComparison.Ordinal);
        Assert.Equal(AlertLevel.Unknown, rates.Evidence("M", "S", readings[..1])[0].Level);
    }

    [Fact]
    public void The_row_of_the_stope_goes_before_the_row_of_all()
    {
        ReadingThresholds table = new(
            [
                new() { Channel = "stress", Abnormal = 10 },
                new()
                {
                    Channel = "stress",
                    Stope = "deep",
                    Abnormal = 90,
                },
            ],
            0.1
        );
        Reading[] readings = [new() { Timestamp = AlertSamples.Start, StressMegapascals = 50 }];

        Assert.Equal(AlertLevel.Abnormal, table.Evidence("M", "Shallow", readings)[0].Level);
        Assert.Equal(AlertLevel.Normal, table.Evidence("M", "Deep", readings)[0].Level);
    }

    [Theory]
    [InlineData("strain", 24, 1.0, 2.0)]
    [InlineData("stress", 5, 1.0, 2.0)]
    [InlineData("stress", 24, 2.0, 1.0)]
    [InlineData("stress", 24, -1.0, 2.0)]
    [InlineData("stress", 24, double.NaN, 2.0)]
    public void A_row_that_cannot_be_used_says_why(string channel, int hours, double first, double second)
    {
        ReadingThreshold row = new()
        {
            Channel = channel,
            WindowHours = hours,
            Abnormal = first,
            VeryAbnormal = second,
        };

        Assert.NotNull(row.Problem);
        Assert.Null(ReadingThresholds.Examples[0].Problem);
    }

    [Fact]
    public void A_predictions_level_gives_the_rule_books_level_and_never_calms_a_worse_one()
    {
        Assert.Equal(AlertLevel.Abnormal, AlertTable.Default.Of(RiskLevel.Elevated));
        Assert.Equal(AlertLevel.VeryAbnormal, AlertTable.Default.Of(RiskLevel.High));
        Assert.Equal(AlertLevel.Evacuate, AlertTable.Default.Of(RiskLevel.Critical));
        Assert.Equal(AlertLevel.Evacuate, AlertTable.Default.Of(RiskLevel.Imminent));
        Assert.Equal(AlertLevel.Unknown, AlertTable.Default.Of(RiskLevel.Unknown));
        Assert.Equal(AlertLevel.Unknown, AlertTable.Default.Of(RiskLevel.Stale));
        Assert.NotNull(AlertTable.Problem(Only(RiskLevel.Critical, AlertLevel.Normal)));
        Assert.NotNull(AlertTable.Problem(Only(RiskLevel.Stale, AlertLevel.Normal)));
        Assert.NotNull(AlertTable.Problem(Only(RiskLevel.High, AlertLevel.NoData)));
        Assert.Null(AlertTable.Problem(Only(RiskLevel.Low, AlertLevel.Abnormal)));
    }

    private static Dictionary<RiskLevel, AlertLevel> Only(RiskLevel risk, AlertLevel level) => new() { [risk] = level };

    private static Reading Deformation(int hour, double value) =>
        new() { Timestamp = AlertSamples.Start.AddHours(hour), DeformationRateMmPerDay = value };
}
