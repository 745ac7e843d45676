using DeepmineSentinel.Learning.Runs.Folds;

namespace DeepmineSentinel.Learning.Runs.Ablation;

/// <summary>What is taken away from a network to see what it was worth.</summary>
/// <param name="Base">The evaluation that everything is set beside.</param>
public sealed record AblationRequest(CrossValidationRequest Base)
{
    /// <summary>Windows beside that of the base, days.</summary>
    public IReadOnlyList<int> Windows { get; init; } = [7, 14, 60];

    /// <summary>Shares of values that are taken away, above 0 to 0.9.</summary>
    public IReadOnlyList<double> MissingShares { get; init; } = [0.2, 0.4, 0.6];

    /// <summary>Stopes that learn; those that are not fewer than the folds have are left out.</summary>
    public IReadOnlyList<int> LearningStopes { get; init; } = [20, 50, 100, 200, 500, 1_000];
}
