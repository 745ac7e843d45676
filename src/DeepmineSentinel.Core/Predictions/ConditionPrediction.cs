using DeepmineSentinel.Core.Risk;

namespace DeepmineSentinel.Core.Predictions;

/// <summary>Which class the stope is in.</summary>
public sealed record ConditionPrediction
{
    /// <summary>The answer; <see cref="StabilityClass.Unknown"/> where none can be given.</summary>
    public required StabilityClass Class { get; init; }

    /// <summary>Probabilities of all classes, best to worst; empty for the fallback rule, which has none.</summary>
    public IReadOnlyList<ClassProbability> Probabilities { get; init; } = [];

    /// <summary>Probability of the class answered; null where there are no probabilities.</summary>
    public double? Confidence { get; init; }

    /// <summary>Classes that cannot be excluded at 90 %; empty where no calibration stopes exist.</summary>
    public IReadOnlyList<StabilityClass> ConformalSet { get; init; } = [];

    /// <summary>Level from the probability of not being stable.</summary>
    public required RiskLevel RiskLevel { get; init; }

    /// <summary>Score of the physics rule, 0 to 1 with 1 unstable; null where a network answered.</summary>
    public double? RuleInstability { get; init; }
}
