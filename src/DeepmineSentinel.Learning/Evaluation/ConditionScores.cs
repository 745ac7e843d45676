namespace DeepmineSentinel.Learning.Evaluation;

/// <summary>How well classes were told; null where a number is not defined on these samples.</summary>
public sealed record ConditionScores
{
    /// <summary>Samples scored.</summary>
    public required int Samples { get; init; }

    /// <summary>Share answered rightly.</summary>
    public required double Accuracy { get; init; }

    /// <summary>Mean negative log of the probability of the true class.</summary>
    public required double LogLoss { get; init; }

    /// <summary>95 % interval of the log-loss, stopes resampled; null: too few.</summary>
    public IReadOnlyList<double>? LogLossInterval { get; init; }

    /// <summary>Mean over true classes of the share answered rightly.</summary>
    public required double BalancedAccuracy { get; init; }

    /// <summary>F1, classes alike.</summary>
    public required double MacroF1 { get; init; }

    /// <summary>Precision, classes by their count.</summary>
    public required double PrecisionWeighted { get; init; }

    /// <summary>Recall, classes by their count.</summary>
    public required double RecallWeighted { get; init; }

    /// <summary>F1, classes by their count.</summary>
    public required double F1Weighted { get; init; }

    /// <summary>Area under the curve of not stable against stable; null: one class only.</summary>
    public double? Auc { get; init; }

    /// <summary>Mean squared error of the probabilities, summed over classes.</summary>
    public required double Brier { get; init; }

    /// <summary>Expected calibration error, 15 bins.</summary>
    public required double CalibrationError { get; init; }

    /// <summary>Stopes of the worst class.</summary>
    public required int WorstClassSamples { get; init; }

    /// <summary>Of these, called stable: the number that kills.</summary>
    public required int WorstClassCalledStable { get; init; }

    /// <summary>Counts by true class, then answered class.</summary>
    public required IReadOnlyList<IReadOnlyList<long>> Confusion { get; init; }
}
