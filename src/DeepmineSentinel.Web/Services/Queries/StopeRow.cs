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

    public DateTime? AsOf { get; init; }

    /// <summary>Whether the readings behind the answer are too old by now.</summary>
    public bool IsOld { get; init; }

    /// <summary>When it fell, UTC; null: no failure was observed. A stope that fell has no level.</summary>
    public DateTime? FailedAt { get; init; }

    /// <summary>The level to show now: what was computed long ago is stale, never calm.</summary>
    public RiskLevel Level =>
        ComputedLevel is not { } level || level == RiskLevel.Unknown ? RiskLevel.Unknown
        : IsOld ? RiskLevel.Stale
        : level;
}
