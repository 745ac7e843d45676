namespace DeepmineSentinel.Learning.Evaluation.Followed;

/// <summary>What became of the 7-day forecasts of one run.</summary>
public sealed record FollowUpScores
{
    /// <summary>Forecasts kept.</summary>
    public required int Predictions { get; init; }

    /// <summary>Of these, not scored: computed too late, after the end was known, or again about the same moment.</summary>
    public required int LeftOut { get; init; }

    /// <summary>Of these, whose end is not known yet: no outcome later than their seven days.</summary>
    public required int Open { get; init; }

    /// <summary>All that could be scored.</summary>
    public required FollowUpCounts Whole { get; init; }

    /// <summary>Expected calibration error, 15 bins; null: nothing scored.</summary>
    public double? CalibrationError { get; init; }

    /// <summary>95 % point of the error of a perfectly calibrated forecaster with the same probabilities, drawn stope-day by stope-day.</summary>
    public double? CalibrationPoint { get; init; }

    /// <summary>What was said against what happened.</summary>
    public required IReadOnlyList<FollowUpBin> Reliability { get; init; }

    /// <summary>7-day probability from which an alarm stands.</summary>
    public required double Threshold { get; init; }

    /// <summary>Alarms of the whole time.</summary>
    public required AlarmCounts Alarms { get; init; }

    /// <summary>The same month by month, oldest first.</summary>
    public required IReadOnlyList<FollowUpMonth> Months { get; init; }
}
