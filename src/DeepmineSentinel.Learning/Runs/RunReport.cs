using System.Globalization;
using System.Net;
using System.Text;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Learning.Evaluation;

namespace DeepmineSentinel.Learning.Runs;

/// <summary>A report for people: one HTML file that loads nothing from elsewhere.</summary>
internal static class RunReport
{
    private const string Style =
        "body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1c2430;background:#fff}"
        + "table{border-collapse:collapse;margin:1rem 0}td,th{border:1px solid #c8d0da;padding:.3rem .6rem;text-align:right}"
        + "td:first-child,th:first-child{text-align:left}.note{border-left:4px solid #b26a00;padding-left:.8rem}svg{max-width:100%}";

    public static void Write(Stream stream, TrainingResult result, IReadOnlyList<TrainingProgress> epochs)
    {
        StringBuilder html = new();
        html.Append("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Run ");
        html.Append(Text(result.RunId)).Append("</title><style>").Append(Style).Append("</style></head><body>");
        html.Append("<h1>Training run ").Append(Text(result.RunId)).Append("</h1>");
        Summary(html, result);
        html.Append("<h2>Read this first</h2>");
        foreach (string warning in result.Warnings.Concat(result.Gate.Reasons).Distinct())
        {
            html.Append("<p class=\"note\">").Append(Text(warning)).Append("</p>");
        }

        html.Append("<h2>Loss by epoch</h2>").Append(LossChart.Draw([.. epochs.Where(epoch => epoch.Member == 0)]));
        foreach (EvaluationResult group in result.EvaluationResults)
        {
            Group(html, group);
        }

        html.Append("</body></html>");
        stream.Write(Encoding.UTF8.GetBytes(html.ToString()));
    }

    private static void Summary(StringBuilder html, TrainingResult result)
    {
        html.Append(
                CultureInfo.InvariantCulture,
                $"<p>Network {Text(result.Network)}, {result.Parameters} parameters, "
            )
            .Append(CultureInfo.InvariantCulture, $"{Text(result.Engine)}. Labels: {Text(result.DataType)}. ")
            .Append(CultureInfo.InvariantCulture, $"Trained until {result.TrainedAt:yyyy-MM-dd HH:mm} UTC. ")
            .Append(CultureInfo.InvariantCulture, $"Gate: {GateWord(result.Gate)}.</p>");
    }

    private static string GateWord(GateVerdict gate) =>
        gate.Passed ? "passed"
        : gate.Judged ? "not passed"
        : "not judged";

    private static void Group(StringBuilder html, EvaluationResult group)
    {
        html.Append(CultureInfo.InvariantCulture, $"<h2>On {group.Stopes} {Text(group.Group)} stopes</h2>");
        html.Append("<table><tr><th>Condition</th><th>Samples</th><th>Log-loss</th><th>95 % interval</th>");
        html.Append("<th>Accuracy</th><th>Macro F1</th><th>AUC</th><th>Worst class called stable</th></tr>");
        foreach (ModelEvaluation model in group.Models)
        {
            if (model.Condition is { } scores)
            {
                Row(html, model.Name, scores);
            }
        }

        html.Append("</table>");
        if (group.Models.Any(model => model.Forecast.Count > 0))
        {
            Forecasts(html, group);
        }
    }

    private static void Row(StringBuilder html, string name, ConditionScores scores)
    {
        string interval = scores.LogLossInterval is { } ends
            ? $"{Number(ends[0])} to {Number(ends[1])}"
            : "too few stopes";
        html.Append(CultureInfo.InvariantCulture, $"<tr><td>{Text(name)}</td><td>{scores.Samples}</td>")
            .Append(CultureInfo.InvariantCulture, $"<td>{Number(scores.LogLoss)}</td><td>{interval}</td>")
            .Append(
                CultureInfo.InvariantCulture,
                $"<td>{Number(scores.Accuracy)}</td><td>{Number(scores.MacroF1)}</td>"
            )
            .Append(CultureInfo.InvariantCulture, $"<td>{Number(scores.Auc)}</td>")
            .Append(
                CultureInfo.InvariantCulture,
                $"<td>{scores.WorstClassCalledStable} of {scores.WorstClassSamples}</td></tr>"
            );
    }

    private static void Forecasts(StringBuilder html, EvaluationResult group)
    {
        html.Append("<table><tr><th>Forecast</th><th>Days</th><th>Stope-days</th><th>Failures</th><th>AUC</th>");
        html.Append("<th>Brier skill</th><th>Log-loss</th></tr>");
        foreach (ModelEvaluation model in group.Models)
        {
            foreach (HorizonScores scores in model.Forecast)
            {
                html.Append(
                        CultureInfo.InvariantCulture,
                        $"<tr><td>{Text(model.Name)}</td><td>{scores.HorizonDays}</td>"
                    )
                    .Append(CultureInfo.InvariantCulture, $"<td>{scores.Samples}</td><td>{scores.Failures}</td>")
                    .Append(CultureInfo.InvariantCulture, $"<td>{Number(scores.Auc)}</td>")
                    .Append(CultureInfo.InvariantCulture, $"<td>{Number(scores.BrierSkill)}</td>")
                    .Append(CultureInfo.InvariantCulture, $"<td>{Number(scores.LogLoss)}</td></tr>");
            }
        }

        html.Append("</table>");
    }

    private static string Number(double? value) =>
        value is { } number && double.IsFinite(number) ? number.ToString("F3", CultureInfo.InvariantCulture) : "n/a";

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
