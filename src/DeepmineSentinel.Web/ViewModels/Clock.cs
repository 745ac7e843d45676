using System.Globalization;

namespace DeepmineSentinel.Web.ViewModels;

/// <summary>Moments as pages print them: stored in UTC, shown in the mine's zone.</summary>
public static class Clock
{
    public static string Machine(DateTime utc) =>
        utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static string Local(DateTime utc, string zone) =>
        In(utc, zone).ToString("d MMM yyyy HH:mm", CultureInfo.InvariantCulture);

    /// <summary>A day of UTC.</summary>
    public static string Day(DateTime utc) => utc.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>For an input of type datetime-local.</summary>
    public static string Input(DateTime utc, string zone) =>
        In(utc, zone).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);

    /// <summary>A moment as it was typed, without zone.</summary>
    public static string Typed(DateTime typed) => typed.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);

    /// <summary>A moment typed in the mine's zone as UTC; null where a clock change skipped it.</summary>
    public static DateTime? ToUtc(DateTime typed, string zone)
    {
        TimeZoneInfo info = Zone(zone);
        DateTime local = DateTime.SpecifyKind(typed, DateTimeKind.Unspecified);
        return info.IsInvalidTime(local) ? null : TimeZoneInfo.ConvertTimeToUtc(local, info);
    }

    /// <summary>How long ago, in one unit.</summary>
    public static string Ago(DateTime utc, DateTime now)
    {
        TimeSpan age = now - utc;
        return age switch
        {
            { TotalMinutes: < 1 } => "just now",
            { TotalHours: < 1 } => Of((int)age.TotalMinutes, "minute"),
            { TotalDays: < 2 } => Of((int)age.TotalHours, "hour"),
            _ => Of((int)age.TotalDays, "day"),
        };
    }

    public static string Length(TimeSpan length) =>
        length switch
        {
            { TotalSeconds: < 90 } => $"{Math.Max(0, (int)Math.Ceiling(length.TotalSeconds))} s",
            { TotalMinutes: < 90 } => $"{(int)Math.Round(length.TotalMinutes)} min",
            { TotalHours: < 48 } => $"{(int)length.TotalHours} h {length.Minutes} min",
            _ => $"{(int)length.TotalDays} days",
        };

    private static string Of(int count, string unit) => $"{count} {unit}{(count == 1 ? "" : "s")} ago";

    private static DateTime In(DateTime utc, string zone) =>
        TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Zone(zone));

    private static TimeZoneInfo Zone(string id) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(id, out TimeZoneInfo? found) ? found : TimeZoneInfo.Utc;
}
