using System.Globalization;
using DeepmineSentinel.Core.Predictions;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Learning.Evaluation;
using DeepmineSentinel.Learning.Evaluation.Alarms;
using DeepmineSentinel.Learning.Evaluation.Folds;
using DeepmineSentinel.Learning.Runs.Folds;

namespace DeepmineSentinel.Web.Commands;

/// <summary>An evaluation by folds for people: tables of every model, and what decides.</summary>
internal static class FoldEvaluationText
{
    public static void Write(CrossValidationResult result, TextWriter output)
    {
        output.WriteLine(
            $"{result.Folds.Count} folds, held out by {result.HoldOutBy.ToString().ToLowerInvariant()}: {result.Evaluation.Stopes} stopes of {string.Join(", ", result.Mines)}, {result.Samples} samples"
        );
        Condition(result, output);
        Forecast(result, output);
        Alarms(result, output);
        Trust(result, output);
        FindingText.Write(result.Findings, output);
        foreach (string note in result.Warnings.Concat(result.Evaluation.Notes))
        {
            output.WriteLine($"Note: {note}");
        }
    }

    private static void Condition(CrossValidationResult result, TextWriter output)
    {
        output.WriteLine();
        output.WriteLine(
            $"  {"condition", -18}{"log-loss", 10}{"accuracy", 10}{"balanced", 10}{"AUC", 8}{"ECE", 8}  worst called stable   network minus model, 95 %"
        );
        foreach (ModelEvaluation model in result.Evaluation.Models)
        {
            if (model.Condition is { } scores)
            {
                output.WriteLine(
                    $"  {model.Name, -18}{Number(scores.LogLoss), 10}{Number(scores.Accuracy), 10}{Number(scores.BalancedAccuracy), 10}{Number(scores.Auc), 8}{Number(scores.CalibrationError), 8}{$"{scores.WorstClassCalledStable} of {scores.WorstClassSamples}", 21}   {Difference(model.NetworkCondition)}"
                );
            }
        }
    }

    private static void Forecast(CrossValidationResult result, TextWriter output)
    {
        output.WriteLine();
        output.WriteLine(
            $"  {"7-day forecast", -18}{"log-loss", 10}{"AUC", 8}{"avg.prec", 10}{"skill", 8}{"ECE", 8}   network minus model, 95 %"
        );
        foreach (ModelEvaluation model in result.Evaluation.Models)
        {
            if (model.Forecast.FirstOrDefault(one => one.HorizonDays == Horizons.LevelDays) is { } scores)
            {
                output.WriteLine(
                    $"  {model.Name, -18}{Number(scores.LogLoss, 4), 10}{Number(scores.Auc), 8}{Number(scores.AveragePrecision), 10}{Number(scores.BrierSkill), 8}{Number(scores.CalibrationError, 4), 8}   {Difference(model.NetworkForecast)}"
                );
            }
        }

        if (result.Room is { } room)
        {
            output.WriteLine();
            output.WriteLine(
                $"7-day AUC {Number(room.NetworkAuc)} ({Ends(room.NetworkInterval)}), {room.Base} {Number(room.BaseAuc)}, gained {Ends(room.GainInterval)}"
            );
            output.WriteLine(
                room.Share is { } share
                    ? $"Of what there is to gain, up to the oracle's {Number(room.OracleAuc)}: {Number(share, 2)} ({Ends(room.ShareInterval)})"
                    : "What there is to gain is not known: the truth of these data is not known."
            );
        }
    }

    private static void Alarms(CrossValidationResult result, TextWriter output)
    {
        if (result.Alarms.Count == 0)
        {
            return;
        }

        output.WriteLine();
        output.WriteLine(
            $"  {"alarms, 1 false a stope-year", -28}{"threshold", 10}{"false", 7}{"failures", 10}{"warned 24 h", 12}{"median days", 12}{"of foreseeable", 16}"
        );
        foreach (AlarmScores model in result.Alarms)
        {
            string foreseen = model.Foreseeable is { } all ? $"{model.ForeseeableWarned} of {all}" : "-";
            output.WriteLine(
                $"  {model.Name, -28}{Number(model.Threshold, 4), 10}{model.FalseAlarms, 7}{model.Failures, 10}{model.Warned, 12}{Number(model.MedianLeadDays, 1), 12}{foreseen, 16}"
            );
        }
    }

    private static void Trust(CrossValidationResult result, TextWriter output)
    {
        output.WriteLine();
        foreach (
            BinaryCurves curve in new[] { result.Curves.Condition }
                .Concat(result.Curves.Forecast)
                .OfType<BinaryCurves>()
        )
        {
            string what = curve.HorizonDays is { } days ? Invariant($"fails within {days} d") : "not stable";
            output.WriteLine(
                $"ECE, {what}: {Number(curve.CalibrationError, 4)}; a perfectly calibrated forecaster stays below {Number(curve.PerfectError, 4)} in 95 %"
            );
        }

        foreach (ConformalCoverage one in result.Coverage)
        {
            output.WriteLine(
                $"Conformal sets, {result.Classes[one.Class]}: {one.Covered} of {one.Stopes} stopes covered, {Number(one.Share)} ({Number(one.Lower)} to {Number(one.Upper)}), mean set size {Number(one.MeanSetSize, 2)}{(one.IsShort ? "; less than promised" : "")}"
            );
        }

        foreach (RangeScores one in result.OutOfRange)
        {
            output.WriteLine(
                $"Range check, {CategoryName.Of(one.Range).ToLowerInvariant(), -8} {one.Samples, 6} samples of {one.Stopes} stopes ({Number(100 * one.Share, 1)} %): log-loss of the condition {Number(one.ConditionLogLoss)}, accuracy {Number(one.Accuracy)}, in the set {Number(one.Covered)}; of the forecast {Number(one.ForecastLogLoss, 4)}, AUC {Number(one.Auc)}"
            );
        }

        output.WriteLine();
        foreach (MeasuredImportance one in result.Importance.Take(8).Concat(Unrelated(result)))
        {
            output.WriteLine(
                $"Importance, {one.Name, -28} {Number(one.Rise, 5), 9} ({Number(one.Lower, 5)} to {Number(one.Upper, 5)})"
            );
        }
    }

    // What must not matter is shown wherever it stands.
    private static IEnumerable<MeasuredImportance> Unrelated(CrossValidationResult result) =>
        result.Importance.Skip(8).Where(one => one.Name is "temperature" or "humidity");

    private static string Difference(LossDifference? difference) =>
        difference is null
            ? "-"
            : Invariant(
                $"{difference.Mean:+0.0000;-0.0000} ({difference.Lower:+0.0000;-0.0000} to {difference.Upper:+0.0000;-0.0000})"
            );

    private static string Ends(IReadOnlyList<double>? ends) =>
        ends is null ? "too few failures" : $"{Number(ends[0])} to {Number(ends[1])}";

    private static string Number(double? value, int digits = 3) =>
        value is { } number
            ? number.ToString("F" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
            : "-";

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
