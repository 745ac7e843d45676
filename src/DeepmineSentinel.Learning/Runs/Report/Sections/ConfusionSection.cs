using System.Globalization;
using DeepmineSentinel.Learning.Evaluation;

namespace DeepmineSentinel.Learning.Runs.Report.Sections;

/// <summary>Counts by true class, then answered class.</summary>
internal static class ConfusionSection
{
    public static void Write(Html html, ReportFacts facts) =>
        Write(html, facts.Result.ConfusionMatrix, facts.Result.MetricsGroup);

    public static void Write(Html html, ConfusionTable? table, string group)
    {
        if (table is not { } confusion)
        {
            html.Paragraph(
                "There is none: no held-out stope has a condition label, or the condition head is not trained."
            );
            return;
        }

        html.Raw(
                "<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"Counts by true and answered class\"><table>"
            )
            .Element("caption", $"Samples of the {group} stopes: each row a true class, each column an answer")
            .Raw("<thead><tr>")
            .Element("th", "True class", "scope=\"col\"");
        foreach (string label in confusion.Labels)
        {
            html.Element("th", $"answered {label}", "scope=\"col\"");
        }

        html.Element("th", "Recall", "scope=\"col\" class=\"num\"").Raw("</tr></thead><tbody>");
        for (int i = 0; i < confusion.Labels.Count; i++)
        {
            Row(html, confusion, i);
        }

        html.Raw("</tbody></table></div>")
            .Paragraph(
                "The first column below the first row is the one that kills: stopes called stable that were not."
            );
    }

    private static void Row(Html html, ConfusionTable confusion, int at)
    {
        long total = confusion.Matrix[at].Sum();
        html.Raw("<tr>").Element("th", confusion.Labels[at], "scope=\"row\"");
        for (int j = 0; j < confusion.Labels.Count; j++)
        {
            long count = confusion.Matrix[at][j];
            double share = total > 0 ? (double)count / total : 0;
            html.Element("td", Html.Count(count), $"class=\"cell {Shade(share)}{(j == at ? " right" : "")}\"");
        }

        double? recall = total > 0 ? (double)confusion.Matrix[at][at] / total : null;
        html.Element("td", Html.Percent(recall), "class=\"num\"").Raw("</tr>");
    }

    private static string Shade(double share) =>
        "h" + ((int)Math.Ceiling(share * 5)).ToString(CultureInfo.InvariantCulture);
}
