using System.Globalization;
using DeepmineSentinel.Core.Predictions;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Learning.Evaluation;
using DeepmineSentinel.Learning.Runs.Ablation;

namespace DeepmineSentinel.Web.Commands;

/// <summary>An ablation as text.</summary>
internal static class AblationText
{
    private static readonly int Level = Horizons.Days.ToList().IndexOf(Horizons.LevelDays);

    public static void Write(AblationResult result, TextWriter output)
    {
        output.WriteLine(
            $"Ablation by {result.Folds} folds, held out by {CategoryName.Of(result.HoldOutBy).ToLowerInvariant()}: {result.Stopes} stopes of {string.Join(", ", result.Mines)}, {result.Samples} samples"
        );
        output.WriteLine();
        output.WriteLine(
            $"  {"", -26}{"AUC 7 d", 8}{"log-loss", 10}  {"minus unchanged, 95 %", -28}{"effect", 7}{"condition", 11}  {"minus unchanged, 95 %", -28}{"McNemar", 16}{"warned", 10}{"median d", 9}"
        );
        foreach (AblationVariant variant in result.Variants)
        {
            output.WriteLine(variant.Refusal is { } refusal ? $"  {variant.Name, -26}{refusal}" : Row(variant));
        }

        output.WriteLine();
        foreach (string answer in result.Answers)
        {
            output.WriteLine(answer);
        }

        output.WriteLine();
        output.WriteLine(
            "effect: mean change of a stope's forecast loss in standard deviations between stopes. McNemar: stopes that the changed network alone, and the unchanged alone, was right about; p."
        );
        FindingText.Write(result.Findings, output);
        foreach (string note in result.Warnings)
        {
            output.WriteLine($"Note: {note}");
        }
    }

    private static string Row(AblationVariant variant)
    {
        string test = variant.Effect?.Rightness is { } right
            ? $"{right.OnlyFirst}:{right.OnlySecond} {Number(right.P, 3)}"
            : "-";
        string warned = variant.Alarms is { } alarms ? $"{alarms.Warned}/{alarms.Failures}" : "-";
        return $"  {variant.Name, -26}{Number(variant.Aucs[Level], 3), 8}{Number(variant.ForecastLogLoss, 4), 10}  {Change(variant.Effect?.Forecast), -28}{Number(variant.Effect?.EffectSize, 2), 7}{Number(variant.ConditionLogLoss, 3), 11}  {Change(variant.Effect?.Condition), -28}{test, 16}{warned, 10}{Number(variant.Alarms?.MedianLeadDays, 1), 9}";
    }

    private static string Change(LossDifference? change) =>
        change is null
            ? "-"
            : FormattableString.Invariant(
                $"{change.Mean:+0.0000;-0.0000} ({change.Lower:+0.0000;-0.0000} to {change.Upper:+0.0000;-0.0000})"
            );

    private static string Number(double? value, int digits) =>
        value?.ToString("F" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) ?? "-";
}
