using System.Globalization;
using DeepmineSentinel.Learning.Evaluation;

namespace DeepmineSentinel.Learning.Runs.Report.Charts;

/// <summary>What an event is called in legends and tables.</summary>
internal static class CurveNames
{
    public static string Of(BinaryCurves curves) =>
        curves.HorizonDays is { } days
            ? string.Create(CultureInfo.InvariantCulture, $"fails within {days} {(days == 1 ? "day" : "days")}")
            : "not stable";
}
