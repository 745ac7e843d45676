namespace DeepmineSentinel.Core.Monitoring;

/// <summary>Rates of a channel over the windows that are watched. No universal trigger exists for stopes.</summary>
public static class WindowRates
{
    /// <summary>The windows: 1, 4, 12, 24 and 72 hours.</summary>
    public static IReadOnlyList<TimeSpan> Windows { get; } =
    [.. new[] { 1, 4, 12, 24, 72 }.Select(hours => TimeSpan.FromHours(hours))];

    /// <summary>The rates as of a moment.</summary>
    /// <param name="readings">Readings in order of time.</param>
    /// <param name="channel">Index into <see cref="ReadingQuantities.All"/>.</param>
    /// <param name="asOf">End of the windows, UTC; a window is (asOf - length, asOf].</param>
    public static IReadOnlyList<WindowRate> Of(IReadOnlyList<Reading> readings, int channel, DateTime asOf) =>
        [.. Windows.Select(window => Over(readings, channel, asOf, window))];

    private static WindowRate Over(IReadOnlyList<Reading> readings, int channel, DateTime asOf, TimeSpan window)
    {
        (double Day, double Value)[] points =
        [
            .. readings
                .Where(reading => reading.Timestamp > asOf - window && reading.Timestamp <= asOf)
                .Select(reading =>
                    ((reading.Timestamp - asOf).TotalDays, Value: ReadingQuantities.Value(reading, channel))
                )
                .Where(point => point.Value is not null)
                .Select(point => (point.TotalDays, point.Value!.Value)),
        ];
        double? slope =
            points.Length >= 2
                ? StraightLine.Through([.. points.Select(p => p.Day)], [.. points.Select(p => p.Value)]).Slope
                : null;
        return new WindowRate(window, slope, points.Length);
    }
}
