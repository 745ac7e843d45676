using DeepmineSentinel.Learning.Runs.Report.Charts;

namespace DeepmineSentinel.Learning.Runs.Report.Sections;

/// <summary>How much worse the network answers without each feature.</summary>
internal static class ImportanceSection
{
    public static void Write(Html html, ReportFacts facts)
    {
        if (ImportanceChart.Draw(facts.Result.FeatureImportance) is not { } drawing)
        {
            html.Paragraph("Not measured: no stopes were left to measure it on.");
            return;
        }

        html.Paragraph(
            "Each feature was dealt out anew among the stopes that were not learnt from; the bar is by how much the mean "
                + "log-loss rose. Near zero, the network does not use it, or another feature says the same. Below zero, it answers "
                + "better without. This is what the network leans on, not what makes rock fall."
        );
        html.Figure(drawing, "The twenty features that matter most, either way.")
            .Raw("<details><summary>All features as a table</summary>");
        HtmlTable table = new("Rise of the mean log-loss", "Feature", "Rise");
        foreach ((string name, double rise) in facts.Result.FeatureImportance)
        {
            table.Row(name, Html.Number(rise, 5));
        }

        table.WriteTo(html);
        html.Raw("</details>");
    }
}
