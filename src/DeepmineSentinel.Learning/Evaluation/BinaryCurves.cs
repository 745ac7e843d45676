using DeepmineSentinel.Learning.Metrics;

namespace DeepmineSentinel.Learning.Evaluation;

/// <summary>How the probabilities of one event fared: what a reliability plot, an ROC and a precision-recall curve draw.</summary>
public sealed record BinaryCurves
{
    /// <summary>Horizon of a forecast, days; null: the condition, not stable against stable.</summary>
    public int? HorizonDays { get; init; }

    /// <summary>Samples that count.</summary>
    public required int Samples { get; init; }

    /// <summary>Of these, with the event.</summary>
    public required int Events { get; init; }

    /// <summary>Expected calibration error, 15 bins.</summary>
    public required double CalibrationError { get; init; }

    /// <summary>The 95 % point of that error for a perfectly calibrated forecaster with the same probabilities.</summary>
    public required double PerfectError { get; init; }

    /// <summary>A point a bin with samples.</summary>
    public required IReadOnlyList<CalibrationPoint> Reliability { get; init; }

    /// <summary>False alarms against hits; empty: one class only.</summary>
    public required IReadOnlyList<CurvePoint> Roc { get; init; }

    /// <summary>Recall against precision; empty: no event.</summary>
    public required IReadOnlyList<CurvePoint> PrecisionRecall { get; init; }
}
