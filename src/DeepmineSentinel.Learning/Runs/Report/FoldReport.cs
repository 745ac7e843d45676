using System.Globalization;
using System.Text;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Learning.Evaluation;
using DeepmineSentinel.Learning.Runs.Folds;
using DeepmineSentinel.Learning.Runs.Report.Sections;

namespace DeepmineSentinel.Learning.Runs.Report;

/// <summary>An evaluation by folds for people: one HTML file that loads nothing from elsewhere, drawn as a run's report is.</summary>
public static class FoldReport
{
    private static readonly (string Id, string Title, Action<Html, CrossValidationResult> Write)[] Sections =
    [
        ("summary", "Summary", FoldSections.Summary),
        ("alarms", "Alarms and lead times", (html, result) => AlarmSection.Write(html, result.Alarms)),
        ("calibration", "Calibration", (html, result) => CalibrationSection.Write(html, result.Curves)),
        ("ranking", "Ranking of failures", (html, result) => RankingSection.Write(html, result.Curves)),
        ("confusion", "Confusion matrix", Confusion),
        ("coverage", "Conformal sets", FoldSections.Coverage),
        ("ranges", "Out of range", FoldSections.Ranges),
        ("baselines", "Beside the baselines", (html, result) => BaselinesSection.Write(html, [result.Evaluation])),
        ("importance", "Importance of the features", FoldSections.Importance),
        ("folds", "Folds, data and configuration", FoldSections.Folds),
    ];

    /// <summary>Writes the report, UTF-8.</summary>
    /// <param name="stream">Left open.</param>
    /// <param name="result">What to tell.</param>
    public static void Write(Stream stream, CrossValidationResult result)
    {
        Html html = new();
        string title = string.Create(
            CultureInfo.InvariantCulture,
            $"Evaluation by {result.Folds.Count} folds, held out by {CategoryName.Of(result.HoldOutBy).ToLowerInvariant()}"
        );
        html.Raw("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">")
            .Raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
            .Element("title", title)
            .Raw($"<style>{ReportStyle.Sheet}</style></head><body><header><div>")
            .Element("h1", title)
            .Paragraph(
                $"{Html.Count(result.Evaluation.Stopes)} stopes of {string.Join(", ", result.Mines)}, each asked about once, by networks that never saw it.",
                "soft"
            )
            .Raw("</div></header><main>");
        foreach ((string id, string heading, Action<Html, CrossValidationResult> write) in Sections)
        {
            html.Raw($"<section id=\"{id}\" aria-labelledby=\"{id}-title\">")
                .Element("h2", heading, $"id=\"{id}-title\"");
            write(html, result);
            html.Raw("</section>");
        }

        html.Raw("</main><footer class=\"soft small\"><p>Written by DeepmineSentinel. ")
            .Raw("A prediction is an aid to judgement, not a substitute for inspection.</p></footer></body></html>");
        stream.Write(Encoding.UTF8.GetBytes(html.ToString()));
    }

    private static void Confusion(Html html, CrossValidationResult result) =>
        ConfusionSection.Write(
            html,
            result.Evaluation.Models[0].Condition is { } condition
                ? new ConfusionTable(condition.Confusion, result.Classes)
                : null,
            CrossValidation.Group
        );
}
