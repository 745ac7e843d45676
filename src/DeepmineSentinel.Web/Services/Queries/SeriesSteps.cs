namespace DeepmineSentinel.Web.Services.Queries;

/// <summary>The widths that points of a chart may have: few and aligned, so that panning does not change what is drawn.</summary>
internal static class SeriesSteps
{
    public const long Hour = 3_600;
    public const long Day = 24 * Hour;
    private const long Longest = 28 * Day;

    private static readonly long[] Widths =
    [
        1,
        2,
        5,
        10,
        15,
        30,
        60,
        120,
        300,
        600,
        900,
        1_800,
        Hour,
        2 * Hour,
        3 * Hour,
        6 * Hour,
        Day,
        2 * Day,
        7 * Day,
        14 * Day,
        Longest,
    ];

    /// <summary>The least width, in seconds, at which a span takes no more points than wanted.</summary>
    public static long Of(TimeSpan span, int points)
    {
        double wanted = span.TotalSeconds / points;
        return wanted <= Longest
            ? Widths.First(width => width >= wanted)
            : (long)Math.Ceiling(wanted / Longest) * Longest;
    }

    /// <summary>The beginning of the step that a moment lies in.</summary>
    public static DateTime Floor(DateTime utc, long seconds) => At(Seconds(utc) / seconds * seconds);

    /// <summary>The moment itself where a step begins there, else the end of its step.</summary>
    public static DateTime Ceiling(DateTime utc, long seconds) =>
        Floor(utc, seconds) is var floor && floor == utc ? utc : floor.AddSeconds(seconds);

    /// <summary>Seconds since 1970.</summary>
    public static long Seconds(DateTime utc) =>
        (long)Math.Floor((utc - DateTime.UnixEpoch).Ticks / (double)TimeSpan.TicksPerSecond);

    public static DateTime At(long seconds) => DateTime.UnixEpoch.AddSeconds(seconds);
}
