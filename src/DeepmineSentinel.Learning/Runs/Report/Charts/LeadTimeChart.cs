using DeepmineSentinel.Learning.Evaluation.Alarms;

namespace DeepmineSentinel.Learning.Runs.Report.Charts;

/// <summary>The share of failures warned of so many days ahead or more.</summary>
internal static class LeadTimeChart
{
    private const int MostSeries = 5;

    /// <summary>Draws some models; null: none of them forecasts a failure.</summary>
    public static string? Draw(IReadOnlyList<AlarmScores> alarms)
    {
        AlarmScores[] shown = [.. alarms.Where(model => model.Failures > 0).Take(MostSeries)];
        if (shown.Length == 0)
        {
            return null;
        }

        double longest = AlarmTrack.FalseAfterDays;
        Plot plot = new(
            "Share of failures warned of against days ahead",
            new PlotRange(0, longest, "days ahead, or more"),
            PlotRange.Share("share of failures warned of"),
            shown.Length
        );
        plot.Guide((1, 0), (1, 1));
        for (int i = 0; i < shown.Length; i++)
        {
            AlarmScores model = shown[i];
            plot.Line(
                i,
                Enumerable
                    .Range(2, (2 * (int)longest) - 1)
                    .Select(half => half / 2.0)
                    .Select(days => (days, (double)model.LeadDays.Count(lead => lead >= days) / model.Failures)),
                Html.Words(model.Name)
            );
        }

        return plot.ToSvg();
    }
}
