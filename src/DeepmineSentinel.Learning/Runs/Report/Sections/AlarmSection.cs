using DeepmineSentinel.Learning.Evaluation;
using DeepmineSentinel.Learning.Evaluation.Alarms;
using DeepmineSentinel.Learning.Runs.Report.Charts;

namespace DeepmineSentinel.Learning.Runs.Report.Sections;

/// <summary>What every model's alarms are worth at the same rate of false ones.</summary>
internal static class AlarmSection
{
    public static void Write(Html html, IReadOnlyList<AlarmScores> alarms)
    {
        AlarmScores[] ordered = [.. alarms.OrderByDescending(Rank).ThenByDescending(model => model.Warned)];
        if (LeadTimeChart.Draw(ordered) is not { } drawing)
        {
            html.Paragraph("Nothing was forecast, or no stope failed.");
            return;
        }

        html.Paragraph(
            "An alarm is one crossing of the threshold by the 7-day probability, until three days below it; it is false where no failure follows within 30 days. Every threshold is set for one false alarm a stope and year on these very stopes, so that models compare; a site sets its own."
        );
        html.Figure(drawing, "The dotted upright marks 24 hours, from which a warning counts.");
        HtmlTable table = new(
            "Alarms at one false alarm a stope and year",
            "Model",
            "Threshold",
            "False alarms",
            "Failures",
            "Warned 24 h ahead",
            "Share, 95 % interval",
            "Median days ahead",
            "Of the foreseeable"
        );
        foreach (AlarmScores model in ordered)
        {
            table.Row(
                Html.Words(model.Name),
                Html.Number(model.Threshold, 4),
                Html.Count(model.FalseAlarms),
                Html.Count(model.Failures),
                Html.Count(model.Warned),
                Share(model),
                Html.Number(model.MedianLeadDays, 1),
                model.Foreseeable is { } all ? $"{model.ForeseeableWarned} of {all}" : "not known"
            );
        }

        table.WriteTo(html);
        html.Paragraph(
            "Foreseeable is a failure that the oracle, which knows how the data were made, warned of in time at the same rate.",
            "soft small"
        );
    }

    // The network and the oracle are what the reader came for.
    private static int Rank(AlarmScores model) =>
        model.Name switch
        {
            ModelEvaluation.NetworkName => 2,
            ModelEvaluation.OracleName => 1,
            _ => 0,
        };

    private static string Share(AlarmScores model) =>
        Html.Percent(model.Failures > 0 ? (double)model.Warned / model.Failures : null)
        + (model.WarnedInterval is { } ends ? $" ({Html.Percent(ends[0])} to {Html.Percent(ends[1])})" : "");
}
