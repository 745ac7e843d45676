using DeepmineSentinel.Core.Predictions;
using DeepmineSentinel.Core.Risk;
using DeepmineSentinel.Core.Stopes;

namespace DeepmineSentinel.Web.Services.Queries;

/// <summary>One line of the list of stopes.</summary>
public sealed record StopeRow
{
    public required int Id { get; init; }

    public required string Name { get; init; }

    public required string Mine { get; init; }

    public required string Zone { get; init; }

    public required bool IsSynthetic { get; init; }

    public required RockType RockType { get; init; }

    public required double DepthMetres { get; init; }

    public required double HydraulicRadiusMetres { get; init; }

    /// <summary>Level when it was computed; null: never predicted.</summary>
    public RiskLevel? ComputedLevel { get; init; }

    public StabilityClass? Class { get; init; }

    public PredictionMode? Mode { get; init; }

    public double? SevenDayProbability { get; init; }

    /// <summary>Probability of not being stable; null: no answer.</summary>
    public double? NotStableProbability { get; init; }

    public DateTime? AsOf { get; init; }

    /// <summary>Whether the readings behind the answer are too old by now.</summary>
    public bool IsOld { get; init; }

    /// <summary>When it fell, UTC; null: no failure was observed. A stope that fell has no level.</summary>
    public DateTime? FailedAt { get; init; }

    /// <summary>Whether the level was cut from the condition, as nothing forecasts.</summary>
    public bool IsConditionOnly =>
        SevenDayProbability is null
        && ComputedLevel switch
        {
            null or RiskLevel.Unknown => false,
            // Its readings were too old already when it was asked about.
            RiskLevel.Stale => Mode == PredictionMode.Network && NotStableProbability is not null,
            _ => true,
        };

    /// <summary>The level to show now: what was computed long ago is stale, never calm.</summary>
    public RiskLevel Level =>
        ComputedLevel is not { } level || level == RiskLevel.Unknown ? RiskLevel.Unknown
        : IsOld ? RiskLevel.Stale
        : level;
}
