using DeepmineSentinel.Learning.Training.Cases;

namespace DeepmineSentinel.Learning.Evaluation.Cases;

/// <summary>How the networks of case histories are chosen and trained.</summary>
public sealed record CaseModelOptions
{
    /// <summary>Decays that are tried on inner folds.</summary>
    public IReadOnlyList<double> Decays { get; init; } = [0.001, 0.003, 0.01];

    /// <summary>Members while a decay is chosen.</summary>
    public int SelectionMembers { get; init; } = 2;

    /// <summary>Members of the ensemble.</summary>
    public int Members { get; init; } = 5;

    /// <summary>How one is trained; its decay is replaced by the chosen one.</summary>
    public CaseTrainingOptions Training { get; init; } = new();
}
