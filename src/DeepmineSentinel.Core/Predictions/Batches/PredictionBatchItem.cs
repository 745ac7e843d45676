using DeepmineSentinel.Core.Risk;

namespace DeepmineSentinel.Core.Predictions.Batches;

/// <summary>One stope of a batch: what lists sort and filter by, and where its whole answer is.</summary>
public sealed record PredictionBatchItem
{
    /// <summary>The batch.</summary>
    public required int BatchId { get; init; }

    /// <summary>The stope.</summary>
    public required int StopeId { get; init; }

    /// <summary>When it was answered, UTC; null: it waits.</summary>
    public DateTime? ComputedAt { get; init; }

    /// <summary>The moment it is about, UTC; null without readings.</summary>
    public DateTime? AsOf { get; init; }

    /// <summary>The overall level when it was computed; null: it waits.</summary>
    public RiskLevel? Level { get; init; }

    /// <summary>Condition class; null: it waits.</summary>
    public StabilityClass? Class { get; init; }

    /// <summary>Who answered; null: it waits.</summary>
    public PredictionMode? Mode { get; init; }

    /// <summary>Run that answered; null where no network did.</summary>
    public string? RunId { get; init; }

    /// <summary>Probability of not being stable; null where there is none.</summary>
    public double? NotStableProbability { get; init; }

    /// <summary>Probability of failing within seven days; null where there is none.</summary>
    public double? SevenDayProbability { get; init; }

    /// <summary>The stored prediction with the whole answer; null: it is in <see cref="Document"/>.</summary>
    public int? PredictionId { get; init; }

    /// <summary>The whole answer as JSON, where it is not the stope's latest; else null.</summary>
    public string? Document { get; init; }
}
