using System.ComponentModel.DataAnnotations;
using DeepmineSentinel.Core.Risk;
using DeepmineSentinel.Learning.Inference;

namespace DeepmineSentinel.Web.Options;

/// <summary>Section <c>Predictions</c>: how answers are graded, aged and kept up to date.</summary>
public sealed class PredictionsOptions : IValidatableObject
{
    public const string Section = "Predictions";

    /// <summary>Age of the newest reading after which an answer is stale: 1 hour to 365 days. Default 3 days.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "365.00:00:00")]
    public TimeSpan StaleAfter { get; init; } = TimeSpan.FromDays(3);

    /// <summary>Five rising cut points on the 7-day probability; empty: the example defaults.</summary>
    public IReadOnlyList<double> CutPoints { get; init; } = [];

    /// <summary>Rows of the table of recommendations, first things first; empty: the example rows.</summary>
    public IReadOnlyList<RecommendationRule> Recommendations { get; init; } = [];

    /// <summary>Whether the site predicts by itself after data change and promotion.</summary>
    public bool Automatic { get; init; } = true;

    /// <summary>Whether one training run is queued when there is no model at all.</summary>
    public bool FallbackTraining { get; init; } = true;

    /// <summary>Epochs of that run: 1 to 10,000. Default 60.</summary>
    [Range(1, 10_000)]
    public int FallbackEpochs { get; init; } = 60;

    /// <summary>Most stopes of one batch of predictions: 1 to 100,000. Default 20,000.</summary>
    [Range(1, 100_000)]
    public int MostInBatch { get; init; } = 20_000;

    /// <summary>Most batches that wait: 1 to 1,000. Default 20.</summary>
    [Range(1, 1_000)]
    public int BatchQueueLimit { get; init; } = 20;

    /// <summary>How long data must rest before a prediction of what changed: 0 to 10 minutes. Default 2 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan SettleTime { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How often a promotion or an import by another process is looked for: 0.1 s to 5 s. Default 2 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1000000", "00:00:05")]
    public TimeSpan WatchInterval { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The thresholds that the cut points make. No property: binding would read it before they are checked.</summary>
    public RiskThresholds ToThresholds() =>
        CutPoints.Count == 0 ? RiskThresholds.Default : new RiskThresholds(CutPoints);

    /// <summary>The table that the rows make.</summary>
    public RecommendationTable ToRecommendations() =>
        Recommendations.Count == 0 ? RecommendationTable.Default : new RecommendationTable(Recommendations);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        bool rising = CutPoints.Zip(CutPoints.Skip(1)).All(pair => pair.First < pair.Second);
        if (CutPoints.Count > 0 && !(CutPoints.Count == 5 && rising && CutPoints[0] > 0 && CutPoints[^1] < 1))
        {
            yield return new ValidationResult(
                "Predictions:CutPoints needs five rising probabilities between 0 and 1.",
                [nameof(CutPoints)]
            );
        }

        for (int row = 0; row < Recommendations.Count; row++)
        {
            if (Recommendations[row].Problem is { } problem)
            {
                yield return new ValidationResult(
                    FormattableString.Invariant($"Predictions:Recommendations:{row} {problem}."),
                    [nameof(Recommendations)]
                );
            }
        }
    }
}
