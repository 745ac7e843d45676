using DeepmineSentinel.Learning.Evaluation;

namespace DeepmineSentinel.Learning.Runs.Report.Sections;

/// <summary>The verdict with its reasons, what must be known first, and the numbers that matter most.</summary>
internal static class SummarySection
{
    private const int LevelDays = Core.Predictions.Horizons.LevelDays;

    public static void Write(Html html, ReportFacts facts)
    {
        Verdict(html, facts.Result.Gate);
        FindingsSection.Write(html, facts.Result.Findings);
        foreach (string warning in facts.Result.Warnings.Distinct())
        {
            html.Paragraph(warning, "note");
        }

        Figures(html, facts.Result);
    }

    public static void Verdict(Html html, GateVerdict gate)
    {
        (string kind, string words) = gate switch
        {
            { Passed: true } => ("good", "\u2713 The gate passed this run: it may answer."),
            { Judged: true } => ("bad", "\u2717 The gate did not pass this run: a person decides."),
            _ => ("warn", "? The gate could not judge this run: a person decides."),
        };
        html.Raw($"<div class=\"verdict {kind}\">").Raw($"<p><strong>{Html.Encode(words)}</strong></p><ul>");
        foreach (string reason in gate.Reasons)
        {
            html.Element("li", reason);
        }

        html.Raw("</ul></div>");
    }

    private static void Figures(Html html, TrainingResult result)
    {
        if (result.EvaluationResults.FirstOrDefault(group => group.Group == result.MetricsGroup) is not { } reported)
        {
            return;
        }

        html.Raw("<dl class=\"figures\">");
        ModelEvaluation network = reported.Models[0];
        if (network.Condition is { } condition)
        {
            Figure(html, "Log-loss", Html.Number(condition.LogLoss));
            Figure(html, "Accuracy", Html.Number(condition.Accuracy));
            Figure(html, "Balanced accuracy", Html.Number(condition.BalancedAccuracy));
            Figure(html, "Macro F1", Html.Number(condition.MacroF1));
            Figure(
                html,
                "Worst class called stable",
                $"{condition.WorstClassCalledStable} of {condition.WorstClassSamples}"
            );
        }

        if (network.Forecast.FirstOrDefault(one => one.HorizonDays == LevelDays) is { } forecast)
        {
            Figure(html, $"AUC, {LevelDays} days", Html.Number(forecast.Auc));
            Figure(html, $"Brier skill, {LevelDays} days", Html.Number(forecast.BrierSkill));
        }

        html.Raw("</dl>")
            .Paragraph($"Measured on {Html.Count(reported.Stopes)} {reported.Group} stopes.", "soft small");
    }

    private static void Figure(Html html, string name, string value) =>
        html.Raw("<div>").Element("dt", name).Element("dd", value).Raw("</div>");
}
