using System.Globalization;
using DeepmineSentinel.Core.Predictions;
using DeepmineSentinel.Core.Risk;

namespace DeepmineSentinel.Learning.Inference;

/// <summary>
/// What to do, from the answer alone, each with its reason. The default rows are examples, to be replaced by the mine's own
/// trigger action response plan (docs/decisions/034, 097).
/// </summary>
/// <param name="rules">Rows in order of priority.</param>
public sealed class RecommendationTable(IReadOnlyList<RecommendationRule> rules)
{
    private const int MostDrivers = 3;
    private const double LeastContribution = 0.25;
    private static readonly string[] PoorGrades = ["D", "F"];

    /// <summary>The example rows.</summary>
    public static RecommendationTable Default { get; } = new(DefaultRecommendations.Rules);

    /// <summary>Rows that apply.</summary>
    /// <param name="prediction">The answer.</param>
    /// <param name="level">Its level, whether stale or not.</param>
    public IReadOnlyList<Recommendation> For(StabilityPrediction prediction, RiskLevel level)
    {
        ArgumentNullException.ThrowIfNull(prediction);
        Driver[] drivers =
        [
            .. prediction
                .Drivers.Where(driver => driver.Contribution >= LeastContribution)
                .OrderByDescending(driver => driver.Contribution)
                .Take(MostDrivers),
        ];
        return
        [
            .. rules
                .Where(rule => rule.Levels.Count == 0 || rule.Levels.Contains(level))
                .Where(rule => Holds(rule.Flag, prediction))
                .Select(rule => (Rule: rule, Driver: Array.Find(drivers, driver => driver.Feature == rule.Driver)))
                .Where(row => row.Rule.Driver is null || row.Driver is not null)
                .DistinctBy(row => row.Rule.Action)
                .Select(
                    (row, i) => new Recommendation(i + 1, row.Rule.Action, Why(row.Rule, row.Driver, prediction, level))
                ),
        ];
    }

    private static bool Holds(RecommendationCue flag, StabilityPrediction prediction) =>
        flag switch
        {
            RecommendationCue.Stale => prediction.Stale,
            RecommendationCue.Escalating => prediction.RiskTrend == RiskTrend.Escalating,
            RecommendationCue.OutOfRange => prediction.OutOfRange.Count > 0,
            RecommendationCue.PoorReadings => prediction.DataQuality is { } quality
                && PoorGrades.Contains(quality.Grade),
            RecommendationCue.UncertainStable => prediction.Condition
                is { Class: StabilityClass.Stable, ConformalSet.Count: > 1 },
            _ => true,
        };

    private static string Why(
        RecommendationRule rule,
        Driver? driver,
        StabilityPrediction prediction,
        RiskLevel level
    ) =>
        rule
            .Why.Replace("{level}", Words(level), StringComparison.Ordinal)
            .Replace("{is}", prediction.Stale ? "was" : "is", StringComparison.Ordinal)
            .Replace("{grade}", prediction.DataQuality?.Grade ?? "unknown", StringComparison.Ordinal)
            .Replace("{driver}", driver?.Feature.Replace('_', ' ') ?? "", StringComparison.Ordinal)
            .Replace("{value}", Value(driver), StringComparison.Ordinal);

    private static string Value(Driver? driver) =>
        driver?.Value is { } value
            ? string.Create(CultureInfo.InvariantCulture, $"{value} {driver.Unit}").TrimEnd()
            : "not measured";

    private static string Words(RiskLevel level) =>
        level == RiskLevel.VeryLow ? "very low" : $"{level}".ToLowerInvariant();
}
