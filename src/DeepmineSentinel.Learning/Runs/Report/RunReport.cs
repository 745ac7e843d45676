using System.Text;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Learning.Runs.Report.Sections;

namespace DeepmineSentinel.Learning.Runs.Report;

/// <summary>A report for people: one HTML file that loads nothing from elsewhere.</summary>
public static class RunReport
{
    private static readonly (string Id, string Title, Action<Html, ReportFacts> Write)[] Sections =
    [
        ("summary", "Summary", SummarySection.Write),
        ("learning", "Learning curves", LearningSection.Write),
        ("confusion", "Confusion matrix", ConfusionSection.Write),
        ("calibration", "Calibration", CalibrationSection.Write),
        ("ranking", "Ranking of failures", RankingSection.Write),
        ("baselines", "Beside the baselines", BaselinesSection.Write),
        ("importance", "Importance of the features", ImportanceSection.Write),
        ("data", "Data", DataSection.Write),
        ("split", "Split", SplitSection.Write),
        ("configuration", "Configuration and engine", ConfigurationSection.Write),
    ];

    /// <summary>Writes the report, UTF-8.</summary>
    /// <param name="stream">Left open.</param>
    /// <param name="facts">What to tell.</param>
    public static void Write(Stream stream, ReportFacts facts)
    {
        Html html = new();
        Head(html, facts);
        foreach ((string id, string title, Action<Html, ReportFacts> write) in Sections)
        {
            html.Raw($"<section id=\"{id}\" aria-labelledby=\"{id}-title\">")
                .Element("h2", title, $"id=\"{id}-title\"");
            write(html, facts);
            html.Raw("</section>");
        }

        html.Raw("</main><footer class=\"soft small\"><p>Written by DeepmineSentinel. ")
            .Raw("A prediction is an aid to judgement, not a substitute for inspection.</p></footer></body></html>");
        stream.Write(Encoding.UTF8.GetBytes(html.ToString()));
    }

    private static void Head(Html html, ReportFacts facts)
    {
        html.Raw("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">")
            .Raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
            .Element("title", $"{Title(facts)} ({facts.Result.RunId})")
            .Raw($"<style>{ReportStyle.Sheet}</style></head><body><header><div>")
            .Element("h1", Title(facts))
            .Paragraph($"Training run {facts.Result.RunId}", "mono")
            .Paragraph(About(facts), "soft")
            .Raw("<nav aria-label=\"Contents\"><ul>");
        foreach ((string id, string title, _) in Sections)
        {
            html.Raw($"<li><a href=\"#{id}\">{Html.Encode(title)}</a></li>");
        }

        html.Raw("</ul></nav></div></header><main>");
    }

    private static string Title(ReportFacts facts) =>
        RunTitle.Of(facts.Result.Network, facts.Metadata.Purpose, facts.Result.Mines, facts.Result.TrainedAt);

    private static string About(ReportFacts facts)
    {
        string mines = facts.Details is { } details
            ? $" for {string.Join(", ", details.Data.Mines.Select(mine => mine.Name))}"
            : "";
        return $"Network {facts.Result.Network}{mines}, trained until {Html.Moment(facts.Result.TrainedAt)} on "
            + $"{facts.Result.DataType} labels.";
    }
}
