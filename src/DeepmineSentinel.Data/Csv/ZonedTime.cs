namespace DeepmineSentinel.Data.Csv;

/// <summary>Turns a written time into UTC by a zone.</summary>
internal static class ZonedTime
{
    private static readonly TimeSpan Quarter = TimeSpan.FromMinutes(15);

    /// <summary>The moment in UTC, or why it cannot be told.</summary>
    public static (DateTime? Utc, string Reason) ToUtc(in TimeText time, TimeZoneInfo zone)
    {
        if (time.Offset is { } offset)
        {
            return Shifted(time.Local, offset);
        }

        if (zone == TimeZoneInfo.Utc)
        {
            return (DateTime.SpecifyKind(time.Local, DateTimeKind.Utc), "");
        }

        if (!time.HasTime)
        {
            return StartOfDay(time.Local, zone);
        }

        if (zone.IsInvalidTime(time.Local))
        {
            return (null, $"did not exist in the time zone {zone.Id}: clocks went forward over it");
        }

        return zone.IsAmbiguousTime(time.Local)
            ? (null, $"happened twice in the time zone {zone.Id}, as clocks went back: write the offset, as in +02:00")
            : Shifted(time.Local, zone.GetUtcOffset(time.Local));
    }

    // Some zones change their clocks at midnight: the day then begins later, or its first hour comes twice.
    private static (DateTime? Utc, string Reason) StartOfDay(DateTime day, TimeZoneInfo zone)
    {
        DateTime start = day;
        while (zone.IsInvalidTime(start))
        {
            start += Quarter;
        }

        return Shifted(
            start,
            zone.IsAmbiguousTime(start) ? zone.GetAmbiguousTimeOffsets(start).Max() : zone.GetUtcOffset(start)
        );
    }

    private static (DateTime? Utc, string Reason) Shifted(DateTime local, TimeSpan offset)
    {
        long ticks = local.Ticks - offset.Ticks;
        return ticks < 0 || ticks > DateTime.MaxValue.Ticks
            ? (null, "is not a moment that can be stored")
            : (new DateTime(ticks, DateTimeKind.Utc), "");
    }
}
