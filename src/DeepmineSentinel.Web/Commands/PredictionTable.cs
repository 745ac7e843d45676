using System.Globalization;
using DeepmineSentinel.Core.Predictions;
using DeepmineSentinel.Web.Services.Predictions;

namespace DeepmineSentinel.Web.Commands;

/// <summary>Predictions for people, one line a stope.</summary>
internal static class PredictionTable
{
    public static void Write(IReadOnlyList<StabilityPrediction> answers, bool detailed, TextWriter output)
    {
        if (answers.Count == 0)
        {
            output.WriteLine("No stope to show.");
            return;
        }

        int width = Math.Max(6, answers.Max(answer => answer.StopeName.Length)) + 2;
        output.WriteLine(
            $"{"stope".PadRight(width)}{"level", -11}{"class", -11}{"not stable", 11}{"7 days", 9}  {"as of", -12}{"cases say", -11}mode"
        );
        foreach (StabilityPrediction answer in answers)
        {
            output.WriteLine(
                $"{answer.StopeName.PadRight(width)}{Word(answer.Level), -11}{Word(answer.Condition?.Class), -11}"
                    + $"{Share(NotStable(answer)), 11}{Share(SevenDays(answer)), 9}  {Day(answer), -12}"
                    + $"{Cases(answer), -11}{Word(answer.Mode)}{(answer.IsSynthetic ? ", synthetic" : "")}"
            );
            if (detailed)
            {
                WriteDetails(answer, output);
            }
        }

        output.WriteLine(
            "cases say: another model, from published case histories, by rock mass and size alone; it has no part in the level."
        );
        output.WriteLine(
            $"Levels by cut points {string.Join(" ", answers[0].LevelCutPoints.Select(Plain))} (examples, editable)."
        );
    }

    /// <summary>The probability that --threshold looks at; null: there is none.</summary>
    public static double? Probability(StabilityPrediction answer) => SevenDays(answer) ?? NotStable(answer);

    public static double? NotStable(StabilityPrediction answer) => PredictionCsv.NotStable(answer);

    public static double? SevenDays(StabilityPrediction answer) =>
        answer.Forecast.FirstOrDefault(item => item.HorizonDays == Horizons.LevelDays)?.Probability;

    public static string Word(Enum? value) => PredictionCsv.Word(value);

    private static void WriteDetails(StabilityPrediction answer, TextWriter output)
    {
        foreach (HorizonForecast forecast in answer.Forecast)
        {
            output.WriteLine(
                $"    within {forecast.HorizonDays, 2} days {Share(forecast.Probability), 7}  {Word(forecast.RiskLevel)}"
                    + Range(forecast.Interval)
            );
        }

        foreach (ClassProbability item in answer.Condition?.Probabilities ?? [])
        {
            output.WriteLine($"    {Word(item.Class), -14} {Share(item.Probability), 7}{Range(item.Interval)}");
        }

        IEnumerable<string> lines = new[]
        {
            answer.UnknownReason is { } reason ? $"unknown: {reason}" : null,
            answer.Condition?.RuleInstability is { } score ? $"physics rule: instability {Plain(score)}" : null,
            answer.DataQuality is { } quality ? $"data quality {quality.Grade}" : null,
            answer.RunId is { } run ? $"run {run}, {answer.Engine}" : null,
        }
            .OfType<string>()
            .Concat(answer.OutOfRange.Select(item => $"out of range: {item}"))
            .Concat(answer.Warnings)
            .Concat(CaseStatementText.Lines(answer.CaseHistories))
            .Concat(answer.Recommendations.Select(item => $"{item.Priority}. {item.Action}: {item.Why}"));
        foreach (string line in lines)
        {
            output.WriteLine($"    {line}");
        }
    }

    private static string Cases(StabilityPrediction answer) =>
        answer.CaseHistories is { } statement ? Word(statement.Class) : "-";

    internal static string Range(ProbabilityInterval? interval) =>
        interval is null ? "" : $"  {Share(interval.Lower)} to {Share(interval.Upper)}, {interval.Meaning}";

    private static string Day(StabilityPrediction answer) =>
        answer.AsOf?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "no readings";

    internal static string Share(double? value) => value?.ToString("0.000", CultureInfo.InvariantCulture) ?? "-";

    private static string Plain(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}
