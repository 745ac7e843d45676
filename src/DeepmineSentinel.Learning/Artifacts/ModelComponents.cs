using DeepmineSentinel.Core.Predictions;
using DeepmineSentinel.Learning.Evaluation;
using DeepmineSentinel.Learning.Features;

namespace DeepmineSentinel.Learning.Artifacts;

/// <summary>All that turns a stope into the network's input and its output into an answer.</summary>
public sealed record ModelComponents
{
    /// <summary>Scalers, encoders, categories, window and step.</summary>
    public required FeatureComponents Features { get; init; }

    /// <summary>Classes of the condition head, best to worst.</summary>
    public required IReadOnlyList<StabilityClass> Classes { get; init; }

    /// <summary>Whether the condition head was trained.</summary>
    public required bool ConditionTrained { get; init; }

    /// <summary>Whether the hazard head was trained.</summary>
    public required bool HazardTrained { get; init; }

    /// <summary>Training samples without any reading; with 0 the network says nothing of such stopes.</summary>
    public required int TrainedWithoutReadings { get; init; }

    /// <summary>Temperatures and conformal thresholds.</summary>
    public required ModelCalibration Calibration { get; init; }
}
