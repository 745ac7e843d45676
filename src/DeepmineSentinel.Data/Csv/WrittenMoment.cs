namespace DeepmineSentinel.Data.Csv;

/// <summary>Which moments can be those of a measurement; the one place for files and for what other programs send.</summary>
public static class WrittenMoment
{
    private const int FirstYear = 1900;
    private const string TooEarly = "lies before 1900";
    private const string TooLate = "lies in the future";

    /// <summary>What is wrong with a moment, as the end of a sentence; null: nothing.</summary>
    /// <param name="utc">The moment, UTC.</param>
    /// <param name="now">The present, UTC.</param>
    public static string? Problem(DateTime utc, DateTime now) =>
        utc > now ? TooLate
        : utc.Year < FirstYear ? TooEarly
        : null;

    /// <summary>Reads a moment that must name its zone.</summary>
    /// <param name="text">UTF-8, in the forms that files may have.</param>
    /// <param name="now">The present, UTC.</param>
    /// <param name="utc">The moment, UTC, where nothing is wrong with it.</param>
    /// <returns>What is wrong, as the end of a sentence; null: nothing.</returns>
    public static string? Read(ReadOnlySpan<byte> text, DateTime now, out DateTime utc)
    {
        utc = default;
        if (!TimeText.TryParse(text, out TimeText time) || time.Offset is null)
        {
            return "must be a time with Z or an offset, such as 2026-01-31T18:00:00Z";
        }

        return Read(time, TimeZoneInfo.Utc, now, out utc);
    }

    /// <summary>Reads a moment that a person typed.</summary>
    /// <param name="text">UTF-8, in the forms that files may have.</param>
    /// <param name="zone">Zone of a moment that names none.</param>
    /// <param name="now">The present, UTC.</param>
    /// <param name="utc">The moment, UTC, where nothing is wrong with it.</param>
    /// <returns>What is wrong, as the end of a sentence; null: nothing.</returns>
    public static string? Read(ReadOnlySpan<byte> text, TimeZoneInfo zone, DateTime now, out DateTime utc)
    {
        utc = default;
        return TimeText.TryParse(text, out TimeText time)
            ? Read(time, zone, now, out utc)
            : "must be a date and a time such as 2026-01-31 18:00";
    }

    private static string? Read(in TimeText time, TimeZoneInfo zone, DateTime now, out DateTime utc)
    {
        (DateTime? moment, string reason) = ZonedTime.ToUtc(time, zone);
        utc = moment.GetValueOrDefault();
        return moment is null ? reason : Problem(utc, now);
    }
}
