using DeepmineSentinel.Learning.Metrics;

namespace DeepmineSentinel.Learning.Evaluation.Cases;

/// <summary>One candidate on one way of holding cases out; null where it answers without probabilities.</summary>
public sealed record CaseCandidate
{
    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>What it is.</summary>
    public required string Description { get; init; }

    /// <summary>Whether its own authors fitted it to these cases: its scores are then no promise.</summary>
    public required bool IsInSample { get; init; }

    /// <summary>What was chosen in each fold on its training cases alone.</summary>
    public required IReadOnlyList<string> Chosen { get; init; }

    /// <summary>Its own answers: the likeliest state, or the rule's.</summary>
    public required CaseScores Likeliest { get; init; }

    /// <summary>Answers weighed by the training shares: what the product says.</summary>
    public CaseScores? Weighed { get; init; }

    /// <summary>Mean negative log of the probability of the true state.</summary>
    public double? LogLoss { get; init; }

    /// <summary>Its 95 % interval.</summary>
    public IReadOnlyList<double>? LogLossInterval { get; init; }

    /// <summary>Its log-loss minus that of the ordinal logit on ln HR and ln N', paired; below zero it is better.</summary>
    public LossDifference? Difference { get; init; }

    /// <summary>Log-loss of each fold's held-out cases, by the fold's name.</summary>
    public IReadOnlyDictionary<string, double>? FoldLogLoss { get; init; }

    /// <summary>Area under the curve of not stable against stable.</summary>
    public double? Auc { get; init; }

    /// <summary>Mean squared error of the probabilities, summed over states.</summary>
    public double? Brier { get; init; }

    /// <summary>Expected calibration error of not stable, 15 bins.</summary>
    public double? CalibrationError { get; init; }

    /// <summary>95 % point of the error of a perfectly calibrated forecaster with the same probabilities.</summary>
    public double? CalibrationPoint { get; init; }

    /// <summary>What was said of not stable against what was so, a point a bin of 15 that has cases.</summary>
    public IReadOnlyList<CalibrationPoint>? NotStableReliability { get; init; }

    /// <summary>The same of failure.</summary>
    public IReadOnlyList<CalibrationPoint>? FailureReliability { get; init; }

    /// <summary>Coverage of the conformal sets, by state; null: no thresholds could be made.</summary>
    public IReadOnlyList<CaseCoverage>? Coverage { get; init; }

    /// <summary>Mean number of states in a set.</summary>
    public double? MeanSetSize { get; init; }
}
