using DeepmineSentinel.Core.Risk;

namespace DeepmineSentinel.Core.Predictions;

/// <summary>One answer about one stope as of one moment. The JSON of it is promised to scripts.</summary>
public sealed record StabilityPrediction
{
    /// <summary>Key of the stope; 0 where it was read from files.</summary>
    public required int StopeId { get; init; }

    /// <summary>Name of the stope.</summary>
    public required string StopeName { get; init; }

    /// <summary>Name of the mine.</summary>
    public required string Mine { get; init; }

    /// <summary>Whether the data were generated.</summary>
    public bool IsSynthetic { get; init; }

    /// <summary>Run that answered; null where no network did.</summary>
    public string? RunId { get; init; }

    /// <summary>Engine that computed it; null where no network did.</summary>
    public string? Engine { get; init; }

    /// <summary>Who answered.</summary>
    public required PredictionMode Mode { get; init; }

    /// <summary>The overall level.</summary>
    public required RiskLevel Level { get; init; }

    /// <summary>What the level was cut from.</summary>
    public required LevelBasis LevelBasis { get; init; }

    /// <summary>Cut points in force when the level was made.</summary>
    public required IReadOnlyList<double> LevelCutPoints { get; init; }

    /// <summary>Why there is no level; null where there is one.</summary>
    public string? UnknownReason { get; init; }

    /// <summary>Condition; null where its head was not trained or nothing answered.</summary>
    public ConditionPrediction? Condition { get; init; }

    /// <summary>Forecast; empty where its head was not trained or nothing answered.</summary>
    public IReadOnlyList<HorizonForecast> Forecast { get; init; } = [];

    /// <summary>How the risk moved against a week before.</summary>
    public RiskTrend RiskTrend { get; init; }

    /// <summary>Horizon whose interval adds most risk per day; null without forecast.</summary>
    public int? MaxRiskHorizonDays { get; init; }

    /// <summary>What drove the answer; empty where it was not computed.</summary>
    public IReadOnlyList<Driver> Drivers { get; init; } = [];

    /// <summary>Which days and channels moved the answer; null: no network answered, or it was not asked to explain.</summary>
    public SeriesAttribution? Attribution { get; init; }

    /// <summary>What to do.</summary>
    public IReadOnlyList<Recommendation> Recommendations { get; init; } = [];

    /// <summary>Quality of the readings in the window; null where there are none.</summary>
    public DataQualityGrade? DataQuality { get; init; }

    /// <summary>Features beyond what the network was trained on.</summary>
    public IReadOnlyList<string> OutOfRange { get; init; } = [];

    /// <summary>Everything else a reader must know.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>
    /// What a model of published case histories says from rock mass and size alone; it has no part in the level. Null: there was
    /// none when the answer was made.
    /// </summary>
    public CaseStatement? CaseHistories { get; init; }

    /// <summary>The moment the answer is about, UTC: by default the newest reading; null without any.</summary>
    public DateTime? AsOf { get; init; }

    /// <summary>Whether that moment was older than allowed when the answer was made.</summary>
    public bool Stale { get; init; }

    /// <summary>When it was computed, UTC.</summary>
    public required DateTime ComputedAt { get; init; }
}
