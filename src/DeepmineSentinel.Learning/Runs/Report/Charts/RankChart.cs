using DeepmineSentinel.Learning.Evaluation;

namespace DeepmineSentinel.Learning.Runs.Report.Charts;

/// <summary>What every threshold would give.</summary>
internal static class RankChart
{
    private const int MostSeries = 5;

    /// <summary>Every horizon with events and non-events; where there is no forecast, the condition.</summary>
    public static IReadOnlyList<BinaryCurves> All(EvaluationCurves? curves)
    {
        BinaryCurves[] forecast = [.. curves?.Forecast.Where(one => one.Roc.Count > 0).Take(MostSeries) ?? []];
        return forecast.Length > 0 ? forecast
            : curves?.Condition is { Roc.Count: > 0 } condition ? [condition]
            : [];
    }

    /// <summary>ROC curves; null: there is none.</summary>
    public static string? Roc(IReadOnlyList<BinaryCurves> curves) =>
        Draw(
            curves,
            ("False alarms against hits", "share of the others warned of", "share of the events warned of"),
            true
        );

    /// <summary>Precision-recall curves; null: there is none.</summary>
    public static string? PrecisionRecall(IReadOnlyList<BinaryCurves> curves) =>
        Draw(
            curves,
            ("Recall against precision", "recall: events warned of", "precision: warnings that came true"),
            false
        );

    private static string? Draw(
        IReadOnlyList<BinaryCurves> curves,
        (string Label, string Across, string Up) words,
        bool isRoc
    )
    {
        if (curves.Count == 0)
        {
            return null;
        }

        Plot plot = new(words.Label, PlotRange.Share(words.Across), PlotRange.Share(words.Up), curves.Count);
        if (isRoc)
        {
            plot.Guide((0, 0), (1, 1));
        }

        for (int i = 0; i < curves.Count; i++)
        {
            plot.Line(
                i,
                (isRoc ? curves[i].Roc : curves[i].PrecisionRecall).Select(point => (point.X, point.Y)),
                CurveNames.Of(curves[i])
            );
        }

        return plot.ToSvg();
    }
}
