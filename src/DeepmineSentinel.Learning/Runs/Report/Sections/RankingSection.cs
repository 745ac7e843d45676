using DeepmineSentinel.Learning.Evaluation;
using DeepmineSentinel.Learning.Runs.Report.Charts;

namespace DeepmineSentinel.Learning.Runs.Report.Sections;

/// <summary>What every threshold would give, horizon by horizon.</summary>
internal static class RankingSection
{
    public static void Write(Html html, ReportFacts facts) => Write(html, facts.Details?.Curves);

    public static void Write(Html html, EvaluationCurves? all)
    {
        IReadOnlyList<BinaryCurves> curves = RankChart.All(all);
        if (RankChart.Roc(curves) is not { } roc || RankChart.PrecisionRecall(curves) is not { } precision)
        {
            html.Paragraph("There is nothing to draw: the held-out stopes show one kind only.");
            return;
        }

        html.Raw("<div class=\"pair\">")
            .Figure(roc, "ROC: the further above the diagonal, the better the network ranks. The diagonal is chance.")
            .Figure(precision, "Precision and recall: what a warning is worth at each share of events caught.")
            .Raw("</div>");
        HtmlTable table = new("Where the curves come from", "Event", "Samples", "Events", "Base rate");
        foreach (BinaryCurves one in curves)
        {
            table.Row(
                CurveNames.Of(one),
                Html.Count(one.Samples),
                Html.Count(one.Events),
                Html.Percent((double)one.Events / one.Samples)
            );
        }

        table.WriteTo(html);
    }
}
