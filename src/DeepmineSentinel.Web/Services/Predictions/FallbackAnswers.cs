using System.Globalization;
using DeepmineSentinel.Core.Predictions;
using DeepmineSentinel.Core.Risk;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Learning.Baselines;
using DeepmineSentinel.Learning.Datasets;
using DeepmineSentinel.Web.Options;

namespace DeepmineSentinel.Web.Services.Predictions;

/// <summary>The physics rule's answers while there is no model: it may warn, it never reassures.</summary>
internal static class FallbackAnswers
{
    private const string Explanation =
        "No trained model answers. The physics rule does; it misses most unstable stopes, so where it sees nothing "
        + "the answer is unknown.";

    public static StabilityPrediction Of(StopeHistory stope, DateTime? asOf, DateTime now, PredictionsOptions options)
    {
        DateTime? newest = stope.Readings.Count > 0 ? stope.Readings[^1].Timestamp : null;
        DateTime? moment = asOf ?? newest;
        PhysicsRuleResult rule = PhysicsRule.Score(stope, moment);
        DateTime? failed = StopeTimeline.Of(stope).Failure is { } at && (asOf is null || at <= asOf) ? at : null;
        bool warns = failed is null && rule.Class is StabilityClass.Unstable or StabilityClass.Failure;
        bool stale = newest is { } last && now - last > options.StaleAfter;
        RiskLevel level = rule.Class switch
        {
            StabilityClass.Failure when warns => RiskLevel.Critical,
            StabilityClass.Unstable when warns => RiskLevel.High,
            _ => RiskLevel.Unknown,
        };
        return new StabilityPrediction
        {
            StopeId = stope.StopeId,
            StopeName = stope.Name,
            Mine = stope.Mine,
            IsSynthetic = stope.IsSynthetic,
            Mode = PredictionMode.Fallback,
            Level = warns && stale ? RiskLevel.Stale : level,
            LevelBasis = warns ? LevelBasis.ConditionOnly : LevelBasis.None,
            LevelCutPoints = options.ToThresholds().CutPoints,
            UnknownReason = warns ? null : Reason(failed),
            Condition = new ConditionPrediction
            {
                Class = warns ? rule.Class : StabilityClass.Unknown,
                RiskLevel = level,
                RuleInstability = rule.Instability,
            },
            Recommendations = warns
                ? [new Recommendation(1, "Inspect the stope", "The physics rule puts its instability above 0.4.")]
                : [],
            Warnings = [Explanation],
            AsOf = moment,
            Stale = stale,
            ComputedAt = now,
        };
    }

    private static string Reason(DateTime? failed) =>
        failed is { } at
            ? string.Create(CultureInfo.InvariantCulture, $"The stope failed on {at:yyyy-MM-dd}.")
            : Explanation;
}
