namespace DeepmineSentinel.Web.Services.Queries;

/// <summary>Makes few points of many without losing an extreme, and finds where nothing was measured.</summary>
internal static class SeriesThinning
{
    /// <summary>A step this many times the usual one is a gap.</summary>
    private const double GapFactor = 2.5;

    /// <summary>Where buckets usually hold this many readings, an empty one is a gap.</summary>
    private const int Dense = 3;

    /// <summary>Joins the points of each step.</summary>
    /// <param name="points">In order of time, none wider than the step.</param>
    /// <param name="seconds">Width of a step.</param>
    public static List<SeriesPoint> Join(IEnumerable<SeriesPoint> points, long seconds)
    {
        List<SeriesPoint> joined = [];
        foreach (SeriesPoint point in points)
        {
            long start = point.Time / seconds * seconds;
            if (joined.Count > 0 && joined[^1].Time == start)
            {
                joined[^1] = joined[^1].With(point, start);
            }
            else
            {
                joined.Add(point with { Time = start });
            }
        }

        return joined;
    }

    /// <summary>A null stands between two points that lie further apart than usual.</summary>
    /// <param name="points">In order of time.</param>
    /// <param name="seconds">Width of a step; 0: each reading is a point.</param>
    public static List<SeriesPoint?> WithGaps(IReadOnlyList<SeriesPoint> points, long seconds)
    {
        double widest = WidestStep(points, seconds);
        List<SeriesPoint?> all = new(points.Count);
        foreach (SeriesPoint point in points)
        {
            if (all.Count > 0 && all[^1] is { } before && point.Time - before.Time > widest)
            {
                all.Add(null);
            }

            all.Add(point);
        }

        return all;
    }

    private static double WidestStep(IReadOnlyList<SeriesPoint> points, long seconds)
    {
        if (seconds > 0 && Median([.. points.Select(point => (long)point.Readings)]) >= Dense)
        {
            return 1.5 * seconds;
        }

        return GapFactor * Median([.. points.Zip(points.Skip(1), (one, next) => next.Time - one.Time)]);
    }

    private static long Median(long[] values)
    {
        Array.Sort(values);
        return values.Length == 0 ? 0 : values[values.Length / 2];
    }
}
