namespace DeepmineSentinel.Learning.Metrics;

/// <summary>What every threshold on a score would give, as curves thinned to what an eye can tell apart.</summary>
public static class RankCurves
{
    // A hundredth of the axis is less than a line is wide.
    private const double Apart = 0.01;

    /// <summary>
    /// ROC: share of non-events warned of (X) against share of events warned of (Y), from (0, 0) to (1, 1). Empty where
    /// one of the two does not occur.
    /// </summary>
    public static IReadOnlyList<CurvePoint> Roc(ReadOnlySpan<double> scores, ReadOnlySpan<bool> happened)
    {
        List<(int Events, int Others)> steps = Steps(scores, happened);
        return steps.Count == 0 || steps[^1] is { Events: 0 } or { Others: 0 }
            ? []
            : Thinned(
                steps
                    .Prepend((Events: 0, Others: 0))
                    .Select(step => new CurvePoint(
                        (double)step.Others / steps[^1].Others,
                        (double)step.Events / steps[^1].Events
                    ))
            );
    }

    /// <summary>
    /// Recall (X) against precision (Y), from the highest threshold on. Empty without events.
    /// </summary>
    public static IReadOnlyList<CurvePoint> PrecisionRecall(ReadOnlySpan<double> scores, ReadOnlySpan<bool> happened)
    {
        List<(int Events, int Others)> steps = Steps(scores, happened);
        return steps.Count == 0 || steps[^1].Events == 0
            ? []
            : Thinned(
                steps.Select(step => new CurvePoint(
                    (double)step.Events / steps[^1].Events,
                    (double)step.Events / (step.Events + step.Others)
                ))
            );
    }

    // Events and non-events at or above each threshold; equal scores share one.
    private static List<(int Events, int Others)> Steps(ReadOnlySpan<double> scores, ReadOnlySpan<bool> happened)
    {
        double[] keys = scores.ToArray();
        bool[] events = happened.ToArray();
        Array.Sort(keys, events);
        List<(int, int)> steps = [];
        (int hits, int others) = (0, 0);
        for (int i = keys.Length - 1; i >= 0; i--)
        {
            hits += events[i] ? 1 : 0;
            others += events[i] ? 0 : 1;
            if (i == 0 || !keys[i - 1].Equals(keys[i]))
            {
                steps.Add((hits, others));
            }
        }

        return steps;
    }

    private static List<CurvePoint> Thinned(IEnumerable<CurvePoint> points)
    {
        List<CurvePoint> kept = [];
        CurvePoint? last = null;
        foreach (CurvePoint point in points)
        {
            last = point;
            if (kept.Count == 0 || Math.Abs(point.X - kept[^1].X) + Math.Abs(point.Y - kept[^1].Y) >= Apart)
            {
                kept.Add(point);
            }
        }

        if (last is not null && kept[^1] != last)
        {
            kept.Add(last);
        }

        return kept;
    }
}
