using DeepmineSentinel.Core.Predictions;
using DeepmineSentinel.Core.Risk;

namespace DeepmineSentinel.Web.Services.Queries;

/// <summary>One stored answer about a stope, in short and as it was when it was computed.</summary>
/// <param name="AsOf">The moment it is about, UTC; null without readings.</param>
/// <param name="ComputedAt">When it was computed, UTC.</param>
/// <param name="Level">Its level.</param>
/// <param name="SevenDayProbability">Probability of failing within seven days; null: none was given.</param>
/// <param name="NotStableProbability">Probability of not being stable; null: none was given.</param>
/// <param name="RunId">Run that answered; null where no network did.</param>
/// <param name="Mode">Who answered.</param>
public sealed record StopeAnswer(
    DateTime? AsOf,
    DateTime ComputedAt,
    RiskLevel Level,
    double? SevenDayProbability,
    double? NotStableProbability,
    string? RunId,
    PredictionMode Mode
);
