using System.Globalization;
using System.Text;
using System.Text.Json;
using DeepmineSentinel.Core.Predictions;

namespace DeepmineSentinel.Web.Services.Predictions;

/// <summary>Predictions as a CSV file; a name that a spreadsheet would take for a formula is quoted with an apostrophe.</summary>
internal static class PredictionCsv
{
    /// <summary>Names of the columns.</summary>
    public const string Header =
        "mine,stope_name,synthetic,mode,level,class,not_stable_probability,p_1d,p_3d,p_7d,p_14d,p_30d,as_of,stale,run_id,computed_at,"
        + "p_1d_low,p_1d_high,p_3d_low,p_3d_high,p_7d_low,p_7d_high,p_14d_low,p_14d_high,p_30d_low,p_30d_high,"
        + "cases_class,cases_stable,cases_unstable,cases_failure,cases_run_id";

    public static async Task WriteAsync(
        string path,
        IEnumerable<StabilityPrediction> answers,
        CancellationToken cancellationToken
    )
    {
        StringBuilder text = new(Header);
        text.Append('\n');
        foreach (StabilityPrediction answer in answers)
        {
            text.Append(Line(answer)).Append('\n');
        }

        await File.WriteAllTextAsync(path, text.ToString(), cancellationToken);
    }

    /// <summary>One row, without its end.</summary>
    public static string Line(StabilityPrediction answer) => string.Join(',', Cells(answer));

    /// <summary>A category as files and scripts write it.</summary>
    public static string Word(Enum? value) =>
        JsonNamingPolicy.SnakeCaseLower.ConvertName(value?.ToString() ?? nameof(StabilityClass.Unknown));

    /// <summary>Probability of not being stable; null where there is none.</summary>
    public static double? NotStable(StabilityPrediction answer) =>
        answer.Condition is { Probabilities.Count: > 0 } condition
            ? condition.Probabilities.Where(item => item.Class != StabilityClass.Stable).Sum(item => item.Probability)
            : null;

    private static IEnumerable<string> Cells(StabilityPrediction answer) =>
        [
            Text(answer.Mine),
            Text(answer.StopeName),
            answer.IsSynthetic ? "true" : "false",
            Word(answer.Mode),
            Word(answer.Level),
            Word(answer.Condition?.Class),
            Number(NotStable(answer)),
            .. Horizons.Days.Select(days =>
                Number(answer.Forecast.FirstOrDefault(item => item.HorizonDays == days)?.Probability)
            ),
            Time(answer.AsOf),
            answer.Stale ? "true" : "false",
            answer.RunId ?? "",
            Time(answer.ComputedAt),
            .. Horizons.Days.SelectMany(days => Ends(answer.Forecast.FirstOrDefault(item => item.HorizonDays == days))),
            .. OfCases(answer.CaseHistories),
        ];

    // Empty where no model of case histories answered.
    private static string[] OfCases(CaseStatement? statement) =>
        statement is null
            ? ["", "", "", "", ""]
            :
            [
                Word(statement.Class),
                .. new[] { StabilityClass.Stable, StabilityClass.Unstable, StabilityClass.Failure }.Select(state =>
                    Number(statement.Probabilities.FirstOrDefault(item => item.Class == state)?.Probability)
                ),
                statement.RunId,
            ];

    // The range over an ensemble's networks; empty where one network answered.
    private static string[] Ends(HorizonForecast? forecast) =>
        [Number(forecast?.Interval?.Lower), Number(forecast?.Interval?.Upper)];

    internal static string Text(string value)
    {
        string safe = value.Length > 0 && "=+-@\t\r".Contains(value[0]) ? "'" + value : value;
        return safe.AsSpan().IndexOfAny(",\"\n\r") >= 0 ? $"\"{safe.Replace("\"", "\"\"")}\"" : safe;
    }

    internal static string Number(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "";

    internal static string Time(DateTime? value) =>
        value?.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture) ?? "";
}
