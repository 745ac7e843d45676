using DeepmineSentinel.Core.Predictions;
using DeepmineSentinel.Core.Risk;

namespace DeepmineSentinel.Web.Services.Alerts;

/// <summary>A stope as the database has it, for evidence.</summary>
internal sealed record StopeSituation
{
    public required int StopeId { get; init; }

    public required string Name { get; init; }

    public required string Mine { get; init; }

    public required bool IsSynthetic { get; init; }

    public required bool IsArchived { get; init; }

    /// <summary>Whether a failure was observed: nothing is left to watch.</summary>
    public required bool HasFailed { get; init; }

    /// <summary>Newest reading, UTC; null: none.</summary>
    public required DateTime? Newest { get; init; }

    /// <summary>Level of the latest prediction; null: none.</summary>
    public RiskLevel? Level { get; init; }

    public PredictionMode? Mode { get; init; }

    public string? RunId { get; init; }

    public double? SevenDayProbability { get; init; }

    public double? NotStableProbability { get; init; }

    public DateTime? PredictedAsOf { get; init; }
}
