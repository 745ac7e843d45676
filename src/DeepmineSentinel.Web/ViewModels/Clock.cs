using System.Globalization;
using DeepmineSentinel.Web.Languages;

namespace DeepmineSentinel.Web.ViewModels;

/// <summary>Moments as pages print them: stored in UTC, shown in the mine's zone.</summary>
public static class Clock
{
    public static string Machine(DateTime utc) =>
        utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static string Local(DateTime utc, string zone) =>
        In(utc, zone).ToString("d MMM yyyy HH:mm", Language.Shown.Format);

    /// <summary>A day of UTC.</summary>
    public static string Day(DateTime utc) => utc.ToString("d MMM yyyy", Language.Shown.Format);

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
            { TotalMinutes: < 1 } => Texts.Of("just now"),
            { TotalHours: < 1 } => Texts.Count((int)age.TotalMinutes, "{0} minute ago", "{0} minutes ago"),
            { TotalDays: < 2 } => Texts.Count((int)age.TotalHours, "{0} hour ago", "{0} hours ago"),
            _ => Texts.Count((int)age.TotalDays, "{0} day ago", "{0} days ago"),
        };
    }

    public static string Length(TimeSpan length) =>
        length switch
        {
            { TotalSeconds: < 90 } => $"{Math.Max(0, (int)Math.Ceiling(length.TotalSeconds))} s",
            { TotalMinutes: < 90 } => $"{(int)Math.Round(length.TotalMinutes)} min",
            { TotalHours: < 48 } => $"{(int)length.TotalHours} h {length.Minutes} min",
            _ => Texts.Of("{0} days", (int)length.TotalDays),
        };

    private static DateTime In(DateTime utc, string zone) =>
        TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Zone(zone));

    /// <summary>A zone by its name; UTC where there is none of that name.</summary>
    public static TimeZoneInfo Zone(string id) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(id, out TimeZoneInfo? found) ? found : TimeZoneInfo.Utc;
}
