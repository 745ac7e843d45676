using System.Globalization;
using DeepmineSentinel.Core.Predictions;
using DeepmineSentinel.Learning.Evaluation;

namespace DeepmineSentinel.Learning.Runs.Ablation;

/// <summary>What an ablation says, in words. Clear is what an interval says that does not hold zero.</summary>
internal static class AblationWords
{
    private static readonly int Level = Horizons.Days.ToList().IndexOf(Horizons.LevelDays);

    public static IEnumerable<string> Of(IReadOnlyList<AblationVariant> variants)
    {
        AblationVariant whole = variants.First(variant => variant.IsBase);
        AblationVariant[] inputs = [.. variants.Where(one => one.Part == AblationPart.Inputs && !one.IsBase)];
        yield return Worth("Do readings help?", whole, inputs[0]);
        yield return Worth("Does rock mass help?", whole, inputs[1]);
        yield return Early(whole);
        foreach (
            (AblationPart part, string asked) in new[]
            {
                (AblationPart.Window, "How long a window?"),
                (AblationPart.Missing, "How much may be missing?"),
                (AblationPart.LearningStopes, "How many stopes?"),
            }
        )
        {
            AblationVariant[] some = [.. variants.Where(one => one.Part == part && one.Refusal is null)];
            if (some.Length > 0)
            {
                yield return $"{asked} {string.Join("; ", some.Select(one => Told(one, whole)))}.";
            }
        }
    }

    private static string Worth(string asked, AblationVariant whole, AblationVariant without) =>
        $"{asked} Forecast: {Judged(without.Effect?.Forecast)}, 7-day AUC {Number(whole.Aucs[Level])} with and "
        + $"{Number(without.Aucs[Level])} without. Condition: {Judged(without.Effect?.Condition)}.";

    private static string Judged(LossDifference? taken) =>
        taken switch
        {
            null => "not known",
            { Lower: > 0 } => $"yes, clearly, the log-loss rises by {Ends(taken)} without",
            { Upper: < 0 } => $"no, they harm, the log-loss falls by {Ends(taken)} without",
            _ => $"not clearly, the log-loss changes by {Ends(taken)} without",
        };

    private static string Early(AblationVariant whole)
    {
        string aucs = string.Join(", ", Horizons.Days.Zip(whole.Aucs, (days, auc) => $"{Number(auc)} ({days} d)"));
        return whole.Alarms is { } alarms
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"How early is a warning? At one false alarm a stope-year {alarms.Warned} of {alarms.Failures} failures are warned of 24 hours or more ahead, half of them {Number(alarms.MedianLeadDays, 1)} days or more. AUC by horizon: {aucs}."
            )
            : "How early is a warning? Nothing was forecast.";
    }

    private static string Told(AblationVariant variant, AblationVariant whole) =>
        $"{variant.Name}: AUC {Number(variant.Aucs[Level])} ({Number(whole.Aucs[Level])} unchanged), log-loss of the forecast "
        + (
            variant.Effect?.Forecast is { } change
                ? $"{Ends(change)}, {(change.Lower > 0 ? "clearly worse" : change.Upper < 0 ? "clearly better" : "not clearly different")}"
                : "not known"
        );

    private static string Ends(LossDifference change) =>
        FormattableString.Invariant(
            $"{change.Mean:+0.0000;-0.0000;0.0000} [{change.Lower:+0.0000;-0.0000;0.0000}, {change.Upper:+0.0000;-0.0000;0.0000}]"
        );

    private static string Number(double? value, int digits = 3) =>
        value?.ToString("F" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
        ?? "not known";
}
