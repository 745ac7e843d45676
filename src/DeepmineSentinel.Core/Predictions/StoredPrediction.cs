using DeepmineSentinel.Core.Risk;

namespace DeepmineSentinel.Core.Predictions;

/// <summary>A prediction as it is kept: columns that lists sort and filter by, and the whole answer as JSON.</summary>
public sealed record StoredPrediction
{
    /// <summary>Key; 0 before it is stored.</summary>
    public int Id { get; init; }

    /// <summary>Stope it is about.</summary>
    public required int StopeId { get; init; }

    /// <summary>Run that answered; null where no network did.</summary>
    public string? RunId { get; init; }

    /// <summary>Who answered.</summary>
    public required PredictionMode Mode { get; init; }

    /// <summary>The overall level when it was computed.</summary>
    public required RiskLevel Level { get; init; }

    /// <summary>Condition class.</summary>
    public required StabilityClass Class { get; init; }

    /// <summary>Probability of not being stable; null where there is none.</summary>
    public double? NotStableProbability { get; init; }

    /// <summary>Probability of failing within seven days; null where there is none.</summary>
    public double? SevenDayProbability { get; init; }

    /// <summary>The moment it is about, UTC; null without readings.</summary>
    public DateTime? AsOf { get; init; }

    /// <summary>When it was computed, UTC.</summary>
    public required DateTime ComputedAt { get; init; }

    /// <summary>Hash of what the answer was computed from, so that an unchanged stope is not computed again.</summary>
    public required string InputHash { get; init; }

    /// <summary>Whether it is the newest of its stope; lists join on this.</summary>
    public bool IsLatest { get; init; } = true;

    /// <summary>The whole <see cref="StabilityPrediction"/> as JSON.</summary>
    public required string Document { get; init; }
}
