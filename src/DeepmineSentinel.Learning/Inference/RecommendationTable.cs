using DeepmineSentinel.Core.Predictions;
using DeepmineSentinel.Core.Risk;

namespace DeepmineSentinel.Learning.Inference;

/// <summary>
/// What to do, from the answer alone, each with its reason. Examples, to be replaced by the mine's own trigger action
/// response plan (docs/decisions/034).
/// </summary>
internal static class RecommendationTable
{
    private static readonly string[] PoorGrades = ["D", "F"];

    /// <summary>Rows that apply.</summary>
    /// <param name="prediction">The answer.</param>
    /// <param name="level">Its level, whether stale or not.</param>
    public static IReadOnlyList<Recommendation> For(StabilityPrediction prediction, RiskLevel level)
    {
        List<(string Action, string Why)> rows = [.. ByLevel(level, prediction), .. ByFlags(prediction)];
        return [.. rows.Select((row, i) => new Recommendation(i + 1, row.Action, row.Why))];
    }

    private static IEnumerable<(string, string)> ByLevel(RiskLevel level, StabilityPrediction prediction)
    {
        string because = $"The level {(prediction.Stale ? "was" : "is")} {Words(level)}.";
        switch (level)
        {
            case RiskLevel.Imminent or RiskLevel.Critical:
                yield return ("Withdraw people and equipment and follow the response plan.", because);
                yield return ("Have a geotechnical engineer inspect from a safe place before re-entry.", because);
                break;
            case RiskLevel.High:
                yield return ("Restrict access and inspect today.", because);
                yield return ("Shorten the reading interval and review the support.", because);
                break;
            case RiskLevel.Elevated:
                yield return ("Inspect within the shift and compare with the design.", because);
                break;
            case RiskLevel.Unknown:
                yield return ("Treat the stope as not assessed and inspect it.", "There is no answer for it.");
                break;
        }
    }

    private static IEnumerable<(string, string)> ByFlags(StabilityPrediction prediction)
    {
        if (prediction.Stale)
        {
            yield return ("Bring in newer readings; until then rely on inspection.", "The answer is stale.");
        }

        if (prediction.RiskTrend == RiskTrend.Escalating)
        {
            yield return ("Find out what changed in the last week.", "The risk rose fast within a week.");
        }

        if (prediction.OutOfRange.Count > 0)
        {
            yield return (
                "Check the inputs named as out of range, then judge by engineering methods.",
                "Inputs lie outside what the network was trained on."
            );
        }

        if (prediction.DataQuality is { } quality && PoorGrades.Contains(quality.Grade))
        {
            yield return ("Check the sensors.", $"The readings have grade {quality.Grade}.");
        }

        if (prediction.Condition is { Class: StabilityClass.Stable, ConformalSet.Count: > 1 })
        {
            yield return ("Do not rely on this class alone.", "A worse class cannot be excluded at 90 %.");
        }
    }

    private static string Words(RiskLevel level) =>
        level == RiskLevel.VeryLow ? "very low" : $"{level}".ToLowerInvariant();
}
