using DeepmineSentinel.Core.Risk;

namespace DeepmineSentinel.Learning.Inference;

/// <summary>The example rows: general practice, no mine's plan. Rows for drivers come after those for levels and flags.</summary>
internal static class DefaultRecommendations
{
    private const string Level = "The level {is} {level}.";
    private const string Raised = "{driver}, {value}, is among what raised the risk most.";

    private static readonly RiskLevel[] Severe = [RiskLevel.Imminent, RiskLevel.Critical];
    private static readonly RiskLevel[] FromElevated =
    [
        RiskLevel.Elevated,
        RiskLevel.High,
        RiskLevel.Critical,
        RiskLevel.Imminent,
    ];

    public static IReadOnlyList<RecommendationRule> Rules { get; } =
    [
        At(Severe, "Withdraw people and equipment and follow the response plan.", Level),
        At(Severe, "Have a geotechnical engineer inspect from a safe place before re-entry.", Level),
        At([RiskLevel.High], "Restrict access and inspect today.", Level),
        At([RiskLevel.High], "Shorten the reading interval and review the support.", Level),
        At([RiskLevel.Elevated], "Inspect within the shift and compare with the design.", Level),
        At([RiskLevel.Unknown], "Treat the stope as not assessed and inspect it.", "There is no answer for it."),
        For(RecommendationCue.Stale, "Bring in newer readings; until then rely on inspection.", "The answer is stale."),
        For(
            RecommendationCue.Escalating,
            "Find out what changed in the last week.",
            "The risk rose fast within a week."
        ),
        For(
            RecommendationCue.OutOfRange,
            "Check the inputs named as out of range, then judge by engineering methods.",
            "Inputs lie outside what the network was trained on."
        ),
        For(RecommendationCue.PoorReadings, "Check the sensors.", "The readings have grade {grade}."),
        For(
            RecommendationCue.UncertainStable,
            "Do not rely on this class alone.",
            "A worse class cannot be excluded at 90 %."
        ),
        Driven("deformation_rate", "Look for the start of acceleration and for blasts before it; read more often."),
        Driven("vibration_velocity", "Compare with the blast log; review charge per delay and distance."),
        Driven("stress", "Review the extraction sequence and the stress model around the stope."),
        Driven("support_density", "Check that the support stands as designed, and whether it is enough."),
        Driven("support_type", "Check that the support stands as designed, and whether it is enough."),
        Driven("support_installed", "Install the support that the design asks for before more is exposed."),
        Driven("hr", "Consider a smaller exposed surface or earlier filling."),
        Driven("rqd", "Map the exposed rock again: it may be poorer than the design took it for."),
        Driven("q_prime", "Map the exposed rock again: it may be poorer than the design took it for."),
    ];

    private static RecommendationRule At(IReadOnlyList<RiskLevel> levels, string action, string why) =>
        new()
        {
            Levels = levels,
            Action = action,
            Why = why,
        };

    private static RecommendationRule For(RecommendationCue flag, string action, string why) =>
        new()
        {
            Flag = flag,
            Action = action,
            Why = why,
        };

    private static RecommendationRule Driven(string driver, string action) =>
        new()
        {
            Levels = FromElevated,
            Driver = driver,
            Action = action,
            Why = Raised,
        };
}
