using DeepmineSentinel.Core.Predictions;
using DeepmineSentinel.Core.Risk;
using DeepmineSentinel.Web.Services.Predictions;

namespace DeepmineSentinel.Web.ViewModels.Stopes;

/// <summary>A stored prediction as the card prints it.</summary>
public sealed record PredictionCard
{
    public required int PredictionId { get; init; }

    public required StabilityPrediction Answer { get; init; }

    /// <summary>When it was computed, in words.</summary>
    public required string Age { get; init; }

    public required string Zone { get; init; }

    /// <summary>When the stope failed, UTC; null: no failure was observed.</summary>
    public DateTime? FailedAt { get; init; }

    /// <summary>The level to show: an old answer is stale, never calm.</summary>
    public RiskLevel Level => Answer is { Stale: true, Level: not RiskLevel.Unknown } ? RiskLevel.Stale : Answer.Level;

    /// <summary>What a stale answer said; null where it said nothing, or is not stale.</summary>
    public RiskLevel? LevelBefore =>
        Level == RiskLevel.Stale && Answer.Level is not (RiskLevel.Stale or RiskLevel.Unknown) ? Answer.Level : null;

    /// <summary>Whether any horizon has an interval: only an ensemble gives one.</summary>
    public bool HasIntervals => Answer.Forecast.Any(step => step.Interval is not null);

    /// <summary>Whether any class has an interval.</summary>
    public bool HasClassIntervals => Answer.Condition?.Probabilities.Any(item => item.Interval is not null) == true;

    /// <summary>Which days moved it; null: it has no attribution.</summary>
    public AttributionTable? Attribution { get; private init; }

    /// <summary>How such statements fared; null: no network answered.</summary>
    public StatementRecordPart? Statements { get; private init; }

    public bool IsGrey => FailedAt is not null || Level is RiskLevel.Stale or RiskLevel.Unknown;

    /// <summary>Levels with the probabilities that they begin and end at.</summary>
    public IEnumerable<(RiskLevel Level, string Span)> Scale()
    {
        IReadOnlyList<double> cuts = Answer.LevelCutPoints;
        for (int i = 0; i <= cuts.Count && cuts.Count == 5; i++)
        {
            string from = i == 0 ? "0" : Numbers.Plain(cuts[i - 1] * 100);
            string to = i == cuts.Count ? "100" : Numbers.Plain(cuts[i] * 100);
            yield return (RiskLevel.VeryLow + i, $"{from}\u2013{to} %");
        }
    }

    public static PredictionCard Of(StoredAnswer stored, StatementRecords records, string zone, DateTime now) =>
        new()
        {
            PredictionId = stored.PredictionId,
            Answer = stored.Prediction,
            Attribution = AttributionTable.Of(stored.Prediction),
            Statements = StatementRecordPart.Of(stored.Prediction, records),
            Age = Clock.Ago(stored.Prediction.ComputedAt, now),
            Zone = zone,
        };
}
