using System.Globalization;
using System.Text;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Learning.Artifacts.Cases;
using DeepmineSentinel.Learning.Runs.Report.Sections;

namespace DeepmineSentinel.Learning.Runs.Report;

/// <summary>The report of a run on case histories: one HTML file that loads nothing from elsewhere, drawn as other reports are.</summary>
public static class CaseReport
{
    private static readonly (string Id, string Title, Action<Html, TrainingResult, CaseMetadata> Write)[] Sections =
    [
        ("summary", "Summary", CaseSections.Summary),
        ("held-out", "On cases it had not seen", CaseSections.Comparisons),
        ("calibration", "Calibration", CaseSections.Calibration),
        ("confusion", "Confusion matrix", CaseSections.Confusion),
        ("facts", "Cases, configuration and engine", CaseSections.Facts),
    ];

    /// <summary>Writes the report, UTF-8.</summary>
    /// <param name="stream">Left open.</param>
    /// <param name="result">What the run found.</param>
    /// <param name="metadata">Where the model comes from.</param>
    public static void Write(Stream stream, TrainingResult result, CaseMetadata metadata)
    {
        Html html = new();
        Head(html, result);
        foreach ((string id, string title, Action<Html, TrainingResult, CaseMetadata> write) in Sections)
        {
            html.Raw($"<section id=\"{id}\" aria-labelledby=\"{id}-title\">")
                .Element("h2", title, $"id=\"{id}-title\"");
            write(html, result, metadata);
            html.Raw("</section>");
        }

        html.Raw("</main><footer class=\"soft small\"><p>Written by DeepmineSentinel. ")
            .Raw("A statement is an aid to judgement, not a substitute for inspection.</p></footer></body></html>");
        stream.Write(Encoding.UTF8.GetBytes(html.ToString()));
    }

    private static void Head(Html html, TrainingResult result)
    {
        string title = RunTitle.Of(result.Network, result.Purpose, result.Mines, result.TrainedAt);
        html.Raw("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">")
            .Raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
            .Element("title", $"{title} ({result.RunId})")
            .Raw($"<style>{ReportStyle.Sheet}</style></head><body><header><div>")
            .Element("h1", title)
            .Paragraph($"Training run {result.RunId}", "mono")
            .Paragraph(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The mean of {result.Members.Count} monotone networks and a monotone ordinal logit, fitted on {result.CaseHistories!.Cases} case histories of the stability graph, trained until {Html.Moment(result.TrainedAt)}."
                ),
                "soft"
            )
            .Raw("<nav aria-label=\"Contents\"><ul>");
        foreach ((string id, string heading, _) in Sections)
        {
            html.Raw($"<li><a href=\"#{id}\">{Html.Encode(heading)}</a></li>");
        }

        html.Raw("</ul></nav></div></header><main>");
    }
}
