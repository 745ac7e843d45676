using System.Globalization;
using System.Text;
using DeepmineSentinel.Data.Csv;

namespace DeepmineSentinel.Data.Tests.Csv;

public sealed class TimeTests
{
    [Theory]
    [InlineData("2024-01-31", "UTC", "2024-01-31T00:00:00Z")]
    [InlineData("2024-01-31 13:45", "UTC", "2024-01-31T13:45:00Z")]
    [InlineData("2024-01-31 13:45:06", "UTC", "2024-01-31T13:45:06Z")]
    [InlineData("2024-01-31T13:45:06.5", "UTC", "2024-01-31T13:45:06.5Z")]
    [InlineData("2024-01-31T13:45:06.123456700", "UTC", "2024-01-31T13:45:06.1234567Z")]
    [InlineData("2024-01-31T13:45:06Z", "America/Santiago", "2024-01-31T13:45:06Z")]
    [InlineData("2024-01-31T13:45:06+02:00", "America/Santiago", "2024-01-31T11:45:06Z")]
    [InlineData("2024-01-31T13:45-0330", "UTC", "2024-01-31T17:15:00Z")]
    [InlineData("2024-01-31 13:45:06 +02", "UTC", "2024-01-31T11:45:06Z")]
    [InlineData("2024/01/31 13:45", "UTC", "2024-01-31T13:45:00Z")]
    [InlineData("31.01.2024", "UTC", "2024-01-31T00:00:00Z")]
    [InlineData("31-Jan-2024 13:45", "UTC", "2024-01-31T13:45:00Z")]
    [InlineData("2024-01-31 13:45", "America/Santiago", "2024-01-31T16:45:00Z")]
    [InlineData("2024-07-31 13:45", "Europe/Berlin", "2024-07-31T11:45:00Z")]
    [InlineData("2024-09-08", "America/Santiago", "2024-09-08T04:00:00Z")]
    public void A_written_time_is_this_moment(string text, string zone, string expected)
    {
        Assert.True(TimeText.TryParse(Encoding.UTF8.GetBytes(text), out TimeText time));
        (DateTime? utc, string reason) = ZonedTime.ToUtc(time, TimeZoneInfo.FindSystemTimeZoneById(zone));
        Assert.Equal("", reason);
        Assert.Equal(
            DateTime.Parse(expected, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal),
            utc!.Value
        );
        Assert.Equal(DateTimeKind.Utc, utc.Value.Kind);
    }

    [Theory]
    [InlineData("01/02/2024")]
    [InlineData("31/01/2024")]
    [InlineData("45322")]
    [InlineData("45322.5")]
    [InlineData("2024-02-30")]
    [InlineData("2024-13-01")]
    [InlineData("2024-01-31T25:00")]
    [InlineData("2024-01-31T10")]
    [InlineData("2024-01-31T10:00:00.12345678")]
    [InlineData("2024-01-31T10:00+25:00")]
    [InlineData("2024-01-31X10:00")]
    [InlineData("yesterday")]
    public void Anything_that_could_mean_another_moment_is_no_time(string text) =>
        Assert.False(TimeText.TryParse(Encoding.UTF8.GetBytes(text), out _));

    [Theory]
    [InlineData("2024-03-31 02:30", "did not exist")]
    [InlineData("2024-10-27 02:30", "happened twice")]
    public void Local_times_that_clock_changes_make_unclear_are_refused(string text, string expected)
    {
        Assert.True(TimeText.TryParse(Encoding.UTF8.GetBytes(text), out TimeText time));
        (DateTime? utc, string reason) = ZonedTime.ToUtc(time, TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"));
        Assert.Null(utc);
        Assert.Contains(expected, reason, StringComparison.Ordinal);
    }
}
