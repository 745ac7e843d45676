using System.Globalization;
using DeepmineSentinel.Learning.Evaluation;
using DeepmineSentinel.Learning.Runs;
using DeepmineSentinel.Web.Services.Training;

namespace DeepmineSentinel.Web.Commands;

/// <summary>A finished run for people: the network beside every baseline, the gate, what became of it.</summary>
internal static class TrainingSummary
{
    public static void Write(TrainingOutcome outcome, TextWriter output)
    {
        TrainingResult result = outcome.Result;
        output.WriteLine(
            $"Run {result.RunId}: {result.Network}, {result.Parameters} parameters, {result.DataType} labels"
        );
        foreach (EvaluationResult group in result.EvaluationResults)
        {
            WriteGroup(group, output);
        }

        output.WriteLine();
        output.WriteLine($"Gate: {(result.Gate.Passed ? "passed" : "not passed")}");
        foreach (string reason in result.Gate.Reasons)
        {
            output.WriteLine($"  {reason}");
        }

        foreach (string warning in result.Warnings)
        {
            output.WriteLine($"Note: {warning}");
        }

        output.WriteLine(
            outcome.Promoted
                ? $"Run {result.RunId} was promoted and answers now."
                : $"Run {result.RunId} is registered and was not promoted (models promote {result.RunId})."
        );
    }

    private static void WriteGroup(EvaluationResult group, TextWriter output)
    {
        output.WriteLine();
        output.WriteLine($"{group.Stopes} {group.Group} stopes");
        output.WriteLine(
            $"  {"model", -26}{"log-loss", 9}{"accuracy", 9}{"macro-F1", 9}{"AUC", 9}  worst class called stable"
        );
        foreach (ModelEvaluation model in group.Models.Where(model => model.Condition is not null))
        {
            ConditionScores scores = model.Condition!;
            output.WriteLine(
                $"  {model.Name, -26}{Number(scores.LogLoss)}{Number(scores.Accuracy)}{Number(scores.MacroF1)}"
                    + $"{Number(scores.Auc)}  {scores.WorstClassCalledStable} of {scores.WorstClassSamples}"
            );
        }

        foreach (ModelEvaluation model in group.Models)
        {
            foreach (HorizonScores scores in model.Forecast)
            {
                output.WriteLine(
                    $"  {model.Name, -26}{Number(scores.LogLoss)} within {scores.HorizonDays} days, AUC"
                        + $"{Number(scores.Auc)}, Brier{Number(scores.Brier)}, {scores.Failures} failures in {scores.Samples}"
                );
            }
        }

        foreach (string note in group.Notes)
        {
            output.WriteLine($"  {note}");
        }
    }

    private static string Number(double? value) =>
        value is { } number && double.IsFinite(number)
            ? number.ToString("0.0000", CultureInfo.InvariantCulture).PadLeft(9)
            : "-".PadLeft(9);
}
