using DeepmineSentinel.Learning.Evaluation;
using DeepmineSentinel.Learning.Metrics;

namespace DeepmineSentinel.Learning.Runs.Report.Charts;

/// <summary>What was said against what happened: on the diagonal, what is said to happen one time in ten does.</summary>
internal static class ReliabilityChart
{
    private static readonly int[] Shown = [1, 7, 30];

    /// <summary>The condition and three horizons, with their names.</summary>
    public static IReadOnlyList<(string Name, BinaryCurves Curves)> All(EvaluationCurves? curves) =>
        curves is null
            ? []
            :
            [
                .. (curves.Condition is { } condition ? new[] { condition } : [])
                    .Concat(curves.Forecast.Where(one => Shown.Contains(one.HorizonDays ?? 0) && one.Events > 0))
                    .Select(one => (CurveNames.Of(one), one)),
            ];

    /// <summary>Draws them; null: there is none.</summary>
    public static string? Draw(IReadOnlyList<(string Name, BinaryCurves Curves)> curves)
    {
        if (curves.Count == 0)
        {
            return null;
        }

        Plot plot = new(
            "Observed share against probability said",
            PlotRange.Share("probability said"),
            PlotRange.Share("share that happened"),
            curves.Count
        );
        plot.Guide((0, 0), (1, 1));
        for (int i = 0; i < curves.Count; i++)
        {
            IReadOnlyList<CalibrationPoint> points = curves[i].Curves.Reliability;
            plot.Line(i, points.Select(point => (point.MeanProbability, point.ObservedShare)), curves[i].Name);
            foreach (CalibrationPoint point in points)
            {
                plot.Dot(i, point.MeanProbability, point.ObservedShare, Radius(point.Count, curves[i].Curves.Samples));
            }
        }

        return plot.ToSvg();
    }

    private static double Radius(int count, int samples) => 2 + (8 * Math.Sqrt((double)count / samples));
}
