using System.Globalization;
using System.Text;
using DeepmineSentinel.Core.Predictions;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Learning.Evaluation;
using DeepmineSentinel.Learning.Runs.Ablation;
using DeepmineSentinel.Learning.Runs.Report.Sections;

namespace DeepmineSentinel.Learning.Runs.Report;

/// <summary>An ablation for people: one HTML file that loads nothing from elsewhere.</summary>
public static class AblationReport
{
    private static readonly int Level = Horizons.Days.ToList().IndexOf(Horizons.LevelDays);

    /// <summary>Writes the report, UTF-8.</summary>
    /// <param name="stream">Left open.</param>
    /// <param name="result">What to tell.</param>
    public static void Write(Stream stream, AblationResult result)
    {
        Html html = new();
        const string title = "What inputs, window, whole readings and many stopes are worth";
        html.Raw("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">")
            .Raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
            .Element("title", title)
            .Raw($"<style>{ReportStyle.Sheet}</style></head><body><header><div>")
            .Element("h1", title)
            .Paragraph(
                $"{Html.Count(result.Stopes)} stopes of {string.Join(", ", result.Mines)}, {result.Folds} folds held out by {CategoryName.Of(result.HoldOutBy).ToLowerInvariant()}, each stope asked about once, by networks that never saw it.",
                "soft"
            )
            .Raw("</div></header><main><section id=\"answers\"><h2>Answers</h2>");
        FindingsSection.Write(html, result.Findings);
        foreach (string warning in result.Warnings)
        {
            html.Paragraph(warning, "note");
        }

        foreach (string answer in result.Answers)
        {
            html.Paragraph(answer);
        }

        html.Raw("</section><section id=\"figures\"><h2>Figures</h2>");
        Skills(html, result);
        Changes(html, result);
        FactList.Write(
            html,
            ("SHA-256 of the data", result.DataHash),
            ("Engine", result.Engine),
            (
                "Configuration",
                string.Join(", ", result.Configuration.Select(pair => $"{pair.Key} {pair.Value.GetRawText()}"))
            )
        );
        html.Raw("</section></main><footer class=\"soft small\"><p>Written by DeepmineSentinel. ")
            .Raw("A prediction is an aid to judgement, not a substitute for inspection.</p></footer></body></html>");
        stream.Write(Encoding.UTF8.GetBytes(html.ToString()));
    }

    private static void Skills(Html html, AblationResult result)
    {
        HtmlTable table = new(
            "Each network on held-out stopes; alarms at one false alarm a stope-year",
            [
                "Network",
                .. Horizons.Days.Select(days => string.Create(CultureInfo.InvariantCulture, $"AUC, {days} d")),
                "Log-loss, 7 days",
                "Log-loss, condition",
                "Balanced accuracy",
                "Warned 24 h ahead",
                "Median days",
            ]
        );
        foreach (AblationVariant variant in result.Variants)
        {
            table.Row([
                variant.Refusal is { } refusal ? $"{variant.Name}: {refusal}" : variant.Name,
                .. Horizons.Days.Select((_, k) => Html.Number(k < variant.Aucs.Count ? variant.Aucs[k] : null)),
                Html.Number(variant.ForecastLogLoss, 4),
                Html.Number(variant.ConditionLogLoss),
                Html.Number(variant.BalancedAccuracy),
                variant.Alarms is { } alarms ? $"{alarms.Warned} of {alarms.Failures}" : "none",
                Html.Number(variant.Alarms?.MedianLeadDays, 1),
            ]);
        }

        table.WriteTo(html);
    }

    private static void Changes(Html html, AblationResult result)
    {
        HtmlTable table = new(
            "What each change did, beside the unchanged network on the same samples; above zero it made the loss worse",
            "Network",
            "Forecast",
            "95 % interval",
            "Effect size",
            "7-day AUC",
            "95 % interval",
            "Condition",
            "95 % interval",
            "Alone right",
            "McNemar p",
            "Odds ratio"
        );
        foreach (AblationVariant variant in result.Variants.Where(one => one.Effect is not null))
        {
            (LossDifference? forecast, LossDifference? condition) = (
                variant.Effect!.Forecast,
                variant.Effect.Condition
            );
            table.Row(
                variant.Name,
                Html.Number(forecast?.Mean, 4),
                Ends(forecast is null ? null : [forecast.Lower, forecast.Upper]),
                Html.Number(variant.Effect.EffectSize, 2),
                Html.Number(variant.Effect.AucDifference),
                Ends(variant.Effect.AucInterval),
                Html.Number(condition?.Mean, 4),
                Ends(condition is null ? null : [condition.Lower, condition.Upper]),
                variant.Effect.Rightness is { } right ? $"{right.OnlyFirst} : {right.OnlySecond}" : "none",
                Html.Number(variant.Effect.Rightness?.P),
                Html.Number(variant.Effect.Rightness?.OddsRatio, 2)
            );
        }

        table.WriteTo(html);
    }

    private static string Ends(IReadOnlyList<double>? ends) =>
        ends is null ? "not known" : $"{Html.Number(ends[0], 4)} to {Html.Number(ends[1], 4)}";
}
