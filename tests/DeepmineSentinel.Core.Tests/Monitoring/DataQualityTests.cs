using DeepmineSentinel.Core.Monitoring;
using DeepmineSentinel.Core.Predictions;

namespace DeepmineSentinel.Core.Tests.Monitoring;

public sealed class DataQualityTests
{
    private static readonly DateTime End = new(2025, 3, 31, 6, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void A_full_fresh_lively_window_is_an_a()
    {
        DataQualityGrade grade = Grade(Readings(30), End);
        Assert.Equal("A", grade.Grade);
        Assert.Equal(1, grade.Score, 12);
    }

    [Fact]
    public void Half_the_steps_missing_halves_completeness()
    {
        DataQualityGrade grade = Grade(Readings(15), End);
        Assert.Equal(0.5, grade.Completeness, 12);
        Assert.Equal(0.15 + 0.30 + 0.25 + 0.15, grade.Score, 12);
        Assert.Equal("B", grade.Grade);
    }

    [Fact]
    public void Age_takes_timeliness_down_to_nought_in_a_straight_line()
    {
        Assert.Equal(1, Grade(Readings(30), End.AddDays(1)).Timeliness, 12);
        Assert.Equal(0.5, Grade(Readings(30), End.AddDays(2)).Timeliness, 12);
        Assert.Equal(0, Grade(Readings(30), End.AddDays(9)).Timeliness, 12);
    }

    [Fact]
    public void A_stuck_sensor_and_a_jump_are_inconsistent()
    {
        Reading[] stuck = [.. Readings(30).Select((r, i) => i < 6 ? r with { StressMegapascals = 32 } : r)];
        Assert.Equal(1 - (6 / 150.0), Grade(stuck, End).Consistency, 12);
        Reading[] jumping = [.. Readings(30).Select((r, i) => i == 10 ? r with { StressMegapascals = 900 } : r)];
        Assert.Equal(1 - (2 / 150.0), Grade(jumping, End).Consistency, 12);
    }

    [Fact]
    public void A_value_that_cannot_be_is_not_valid()
    {
        Reading[] readings = [.. Readings(30).Select((r, i) => i < 15 ? r with { HumidityPercent = 100.5 + i } : r)];
        Assert.Equal(1 - (15 / 150.0), Grade(readings, End).Validity, 12);
    }

    [Fact]
    public void No_readings_are_an_f_and_readings_after_the_moment_do_not_count()
    {
        Assert.Equal("F", Grade([], End).Grade);
        DataQualityGrade past = DataQuality.Grade(Readings(30), End.AddDays(-40), End, new());
        Assert.Equal(0, past.Score);
    }

    private static DataQualityGrade Grade(Reading[] readings, DateTime now) =>
        DataQuality.Grade(readings, End, now, new());

    // Values that move a little every day.
    private static Reading[] Readings(int count) =>
        [
            .. Enumerable
                .Range(0, count)
                .Select(i => new Reading
                {
                    Timestamp = End.AddDays(i - count + 1),
                    VibrationVelocityMmPerSecond = 1 + (0.1 * (i % 3)),
                    DeformationRateMmPerDay = 0.3 + (0.01 * (i % 4)),
                    StressMegapascals = 30 + (i % 5),
                    TemperatureCelsius = 20 + (i % 2),
                    HumidityPercent = 60 + (i % 7),
                }),
        ];
}
