using System.Globalization;
using DeepmineSentinel.Learning.Evaluation;
using DeepmineSentinel.Learning.Metrics;
using DeepmineSentinel.Learning.Runs.Report.Charts;

namespace DeepmineSentinel.Learning.Runs.Report.Sections;

/// <summary>Whether what is said to happen one time in ten does.</summary>
internal static class CalibrationSection
{
    public static void Write(Html html, ReportFacts facts) => Write(html, facts.Details?.Curves);

    public static void Write(Html html, EvaluationCurves? all)
    {
        IReadOnlyList<(string Name, BinaryCurves Curves)> curves = ReliabilityChart.All(all);
        if (all is null || ReliabilityChart.Draw(curves) is not { } drawing)
        {
            html.Paragraph("There is nothing to draw: no held-out stope has a label that the network answers.");
            return;
        }

        html.Paragraph(
            "On the dotted diagonal, what is said to happen one time in ten happens one time in ten. Below it the network "
                + "warns too much, above it too little. A larger dot stands for more samples."
        );
        html.Raw("<div class=\"pair\">")
            .Figure(drawing, $"Calibrated probabilities on the {all.Group} stopes, fifteen bins.");
        Errors(html, all);
        html.Raw("</div><details><summary>The same points as a table</summary>");
        Points(html, curves);
        html.Raw("</details>");
    }

    private static void Errors(Html html, EvaluationCurves curves)
    {
        HtmlTable table = new(
            "Expected calibration error, beside the 95 % point that a perfectly calibrated forecaster would show",
            "Event",
            "Samples",
            "Events",
            "Error",
            "Perfect, 95 %"
        );
        foreach (
            BinaryCurves one in (curves.Condition is { } condition ? new[] { condition } : []).Concat(curves.Forecast)
        )
        {
            table.Row(
                CurveNames.Of(one),
                Html.Count(one.Samples),
                Html.Count(one.Events),
                Html.Number(one.CalibrationError),
                Html.Number(one.PerfectError)
            );
        }

        html.Raw("<div>");
        table.WriteTo(html);
        html.Raw("</div>");
    }

    private static void Points(Html html, IReadOnlyList<(string Name, BinaryCurves Curves)> curves)
    {
        HtmlTable table = new("Points of the drawing", "Event", "Said", "Happened", "Samples");
        foreach ((string name, BinaryCurves one) in curves)
        {
            foreach (CalibrationPoint point in one.Reliability)
            {
                table.Row(
                    name,
                    Html.Number(point.MeanProbability),
                    Html.Number(point.ObservedShare),
                    point.Count.ToString("N0", CultureInfo.InvariantCulture)
                );
            }
        }

        table.WriteTo(html);
    }
}
