using DeepmineSentinel.Learning.Evaluation.Alarms;
using DeepmineSentinel.Learning.Evaluation.Folds;

namespace DeepmineSentinel.Learning.Runs.Ablation;

/// <summary>One network with something taken away.</summary>
/// <param name="Part">What was varied.</param>
/// <param name="Name">How, in words.</param>
/// <param name="Value">How, as a number: days, share or stopes; null: words alone tell.</param>
public sealed record AblationVariant(AblationPart Part, string Name, double? Value)
{
    /// <summary>Whether it is the network that the others are set beside.</summary>
    public bool IsBase { get; init; }

    /// <summary>AUC of failing within 1, 3, 7, 14 and 30 days; null: not defined.</summary>
    public IReadOnlyList<double?> Aucs { get; init; } = [];

    /// <summary>Log-loss of the 7-day forecast; null: it does not forecast.</summary>
    public double? ForecastLogLoss { get; init; }

    /// <summary>Log-loss of the condition; null: it does not answer it.</summary>
    public double? ConditionLogLoss { get; init; }

    /// <summary>Balanced accuracy of the condition; null: it does not answer it.</summary>
    public double? BalancedAccuracy { get; init; }

    /// <summary>Its alarms at one false alarm a stope-year; null: it does not forecast.</summary>
    public AlarmScores? Alarms { get; init; }

    /// <summary>What the change did; null: it is the base, or it could not be trained.</summary>
    public PairedEffect? Effect { get; init; }

    /// <summary>Why it could not be trained; null: it was.</summary>
    public string? Refusal { get; init; }
}
