using System.Globalization;
using DeepmineSentinel.Learning.Evaluation;
using DeepmineSentinel.Learning.Runs.Report.Charts;

namespace DeepmineSentinel.Learning.Runs.Report.Sections;

/// <summary>The network and every baseline on the same samples.</summary>
internal static class BaselinesSection
{
    public static void Write(Html html, ReportFacts facts) => Write(html, facts.Result.EvaluationResults);

    public static void Write(Html html, IReadOnlyList<EvaluationResult> groups)
    {
        if (groups.Count == 0)
        {
            html.Paragraph("No stopes were held out, so nothing was compared.");
        }

        foreach (EvaluationResult group in groups)
        {
            html.Element("h3", $"On {Html.Count(group.Stopes)} {group.Group} stopes");
            foreach (string note in group.Notes)
            {
                html.Paragraph(note, "soft small");
            }

            Condition(html, group);
            Forecasts(html, group);
        }
    }

    private static void Condition(Html html, EvaluationResult group)
    {
        if (IntervalChart.Draw(group) is not { } drawing)
        {
            return;
        }

        html.Figure(
            drawing,
            "The bar is the 95 % interval, stopes resampled. Where two overlap, the difference may be chance."
        );
        HtmlTable table = new(
            $"Condition of the {group.Group} stopes",
            "Model",
            "Samples",
            "Log-loss",
            "95 % interval",
            "Accuracy",
            "Macro F1",
            "AUC",
            "Worst class called stable"
        );
        foreach (ModelEvaluation model in group.Models.Where(model => model.Condition is not null))
        {
            Add(table, model.Name, Cells(model.Name, model.Condition!));
        }

        table.WriteTo(html);
    }

    private static string[] Cells(string name, ConditionScores scores) =>
        [
            Html.Words(name),
            Html.Count(scores.Samples),
            Html.Number(scores.LogLoss),
            scores.LogLossInterval is { } ends ? $"{Html.Number(ends[0])} to {Html.Number(ends[1])}" : "too few stopes",
            Html.Number(scores.Accuracy),
            Html.Number(scores.MacroF1),
            Html.Number(scores.Auc),
            $"{scores.WorstClassCalledStable} of {scores.WorstClassSamples}",
        ];

    private static void Forecasts(Html html, EvaluationResult group)
    {
        foreach (
            int days in group
                .Models.SelectMany(model => model.Forecast)
                .Select(one => one.HorizonDays)
                .Distinct()
                .Order()
        )
        {
            HorizonScores any = group.Models.SelectMany(model => model.Forecast).First(one => one.HorizonDays == days);
            HtmlTable table = new(
                $"Failure within {days.ToString(CultureInfo.InvariantCulture)} {(days == 1 ? "day" : "days")}: {Html.Count(any.Failures)} of {Html.Count(any.Samples)} {group.Group} stope-days",
                "Model",
                "AUC",
                "Average precision",
                "Brier skill",
                "Log-loss",
                "Calibration error"
            );
            foreach (ModelEvaluation model in group.Models)
            {
                if (model.Forecast.FirstOrDefault(one => one.HorizonDays == days) is { } scores)
                {
                    Add(table, model.Name, Cells(model.Name, scores));
                }
            }

            table.WriteTo(html);
        }
    }

    private static string[] Cells(string name, HorizonScores scores) =>
        [
            Html.Words(name),
            Html.Number(scores.Auc),
            Html.Number(scores.AveragePrecision),
            Html.Number(scores.BrierSkill),
            Html.Number(scores.LogLoss, 4),
            Html.Number(scores.CalibrationError),
        ];

    private static void Add(HtmlTable table, string name, string[] cells)
    {
        if (name == ModelEvaluation.NetworkName)
        {
            table.MarkedRow(cells);
        }
        else
        {
            table.Row(cells);
        }
    }
}
