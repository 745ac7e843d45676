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
        Write(outcome.Result, output);
        WritePromotion(outcome.Result.RunId, outcome.Promoted, output);
    }

    public static void WritePromotion(string runId, bool promoted, TextWriter output) =>
        output.WriteLine(
            promoted
                ? $"Run {runId} was promoted and answers now."
                : $"Run {runId} is registered and was not promoted (models promote {runId})."
        );

    public static void Write(TrainingResult result, TextWriter output)
    {
        output.WriteLine(
            $"Run {result.RunId}: {result.Network}, {result.Parameters} parameters, {result.DataType}{(result.CaseHistories is null ? " labels" : "")}"
        );
        if (result.CaseHistories is { } cases)
        {
            CaseEvaluationText.WriteBeside(cases, output);
        }

        foreach (EvaluationResult group in result.EvaluationResults)
        {
            WriteGroup(group, output);
        }

        output.WriteLine();
        WriteBest(result, output);
        output.WriteLine($"Gate: {(result.Gate.Passed ? "passed" : "not passed")}");
        foreach (string reason in result.Gate.Reasons)
        {
            output.WriteLine($"  {reason}");
        }

        FindingText.Write(result.Findings, output);
        foreach (string warning in result.Warnings)
        {
            output.WriteLine($"Note: {warning}");
        }
    }

    // A model of case histories is chosen on folds inside the cases; there is none to choose here.
    private static void WriteBest(TrainingResult result, TextWriter output)
    {
        if (result.CaseHistories is not null)
        {
            return;
        }

        output.WriteLine(
            result.BestModelName is { } best
                ? $"Lowest log-loss on {result.BestModelChosenOn} stopes: {best} (test stopes have no part in this choice)"
                : "No best model: there are no validation stopes to choose on."
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
