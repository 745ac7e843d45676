using DeepmineSentinel.Core.Risk;

namespace DeepmineSentinel.Learning.Inference;

/// <summary>How predictions are asked for.</summary>
public sealed record PredictionOptions
{
    /// <summary>The moment the answers are about, UTC; null: each stope's newest reading.</summary>
    public DateTime? AsOf { get; init; }

    /// <summary>Now, UTC.</summary>
    public required DateTime ComputedAt { get; init; }

    /// <summary>Cut points of levels.</summary>
    public RiskThresholds Thresholds { get; init; } = RiskThresholds.Default;

    /// <summary>An answer about a moment older than this is stale.</summary>
    public TimeSpan StaleAfter { get; init; } = TimeSpan.FromDays(3);

    /// <summary>What to do, by level, flag and driver.</summary>
    public RecommendationTable Recommendations { get; init; } = RecommendationTable.Default;

    /// <summary>Whether what drove each answer is computed, which takes most of the time.</summary>
    public bool Explain { get; init; } = true;
}
