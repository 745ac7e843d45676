namespace DeepmineSentinel.Core.Monitoring;

/// <summary>
/// Time of failure from inverse velocity (Fukuzono 1985): 1/v = b0 + b1 t, failure where the line reaches zero. Only with a
/// negative slope and more than ten points after the onset; always with its R2 and an interval (Fieller 1954).
/// </summary>
public static class InverseVelocity
{
    /// <summary>Fewest points of a fit.</summary>
    public const int FewestPoints = 11;

    // Normal quantile with the usual correction for few degrees of freedom (first term of Cornish and Fisher).
    private const double Normal975 = 1.959964;

    /// <summary>Fits the line.</summary>
    /// <param name="points">Moments (UTC) and velocities, mm/day, since the onset, in order; others than above zero are left out.</param>
    /// <param name="smoothingPoints">Points of a trailing moving mean of velocity, at least 1.</param>
    /// <returns>Null with too few points or without a falling line.</returns>
    public static InverseVelocityFit? Fit(IReadOnlyList<(DateTime At, double MmPerDay)> points, int smoothingPoints)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(smoothingPoints, 1);
        (DateTime At, double MmPerDay)[] moving = [.. Smooth([.. points.Where(p => p.MmPerDay > 0)], smoothingPoints)];
        if (moving.Length < FewestPoints)
        {
            return null;
        }

        DateTime origin = moving[0].At;
        double[] days = [.. moving.Select(p => (p.At - origin).TotalDays)];
        double[] inverse = [.. moving.Select(p => 1 / p.MmPerDay)];
        StraightLine line = StraightLine.Through(days, inverse);
        if (!(line.Slope < 0))
        {
            return null;
        }

        double freedom = moving.Length - 2;
        double t = Normal975 + (((Normal975 * Normal975 * Normal975) + Normal975) / (4 * freedom));
        (double? low, double? high) = line.ZeroInterval(t);
        return new InverseVelocityFit(
            origin.AddDays(-line.Intercept / line.Slope),
            low is { } earliest ? origin.AddDays(earliest) : null,
            high is { } latest ? origin.AddDays(latest) : null,
            line.RSquared,
            moving.Length,
            smoothingPoints
        );
    }

    private static IEnumerable<(DateTime At, double MmPerDay)> Smooth(
        (DateTime At, double MmPerDay)[] points,
        int width
    )
    {
        for (int i = width - 1; i < points.Length; i++)
        {
            yield return (points[i].At, points.AsSpan(i - width + 1, width).ToArray().Average(p => p.MmPerDay));
        }
    }
}
