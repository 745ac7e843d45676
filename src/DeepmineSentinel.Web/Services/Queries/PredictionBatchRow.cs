using DeepmineSentinel.Core.Predictions.Batches;
using DeepmineSentinel.Core.Risk;

namespace DeepmineSentinel.Web.Services.Queries;

/// <summary>One line of a batch's results.</summary>
public sealed record PredictionBatchRow
{
    public required PredictionBatchItem Item { get; init; }

    public required string Stope { get; init; }

    public required string Mine { get; init; }

    public required string Zone { get; init; }

    public required bool IsSynthetic { get; init; }

    /// <summary>Whether the readings behind the answer are too old by now.</summary>
    public required bool IsOld { get; init; }

    /// <summary>When the stope fell, UTC; null: no failure was observed.</summary>
    public DateTime? FailedAt { get; init; }

    /// <summary>The level to show now; null: the stope waits. What was computed long ago is stale, never calm.</summary>
    public RiskLevel? Level =>
        Item.Level is { } level && level != RiskLevel.Unknown && IsOld ? RiskLevel.Stale : Item.Level;
}
