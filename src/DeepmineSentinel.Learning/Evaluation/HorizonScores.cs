namespace DeepmineSentinel.Learning.Evaluation;

/// <summary>How well failures within one horizon were told; null where a number is not defined on these samples.</summary>
public sealed record HorizonScores
{
    /// <summary>Horizon, days.</summary>
    public required int HorizonDays { get; init; }

    /// <summary>Stope-days scored.</summary>
    public required int Samples { get; init; }

    /// <summary>Of these, followed by a failure within the horizon.</summary>
    public required int Failures { get; init; }

    /// <summary>Area under the curve; null: no failure, or nothing else.</summary>
    public double? Auc { get; init; }

    /// <summary>Average precision; null: no failure.</summary>
    public double? AveragePrecision { get; init; }

    /// <summary>Mean squared error of the probability.</summary>
    public required double Brier { get; init; }

    /// <summary>1 - Brier over that of always answering the base rate; null: base rate 0 or 1.</summary>
    public double? BrierSkill { get; init; }

    /// <summary>Mean negative log of the probability of what happened.</summary>
    public required double LogLoss { get; init; }

    /// <summary>Expected calibration error, 15 bins.</summary>
    public required double CalibrationError { get; init; }
}
