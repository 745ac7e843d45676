namespace DeepmineSentinel.Learning.Evaluation.Cases;

/// <summary>How case histories are evaluated.</summary>
public sealed record CaseEvaluationOptions
{
    /// <summary>Random folds.</summary>
    public int Folds { get; init; } = 10;

    /// <summary>Names of the candidates to compare; null: all. The reference and the product must be among them.</summary>
    public IReadOnlyList<string>? Only { get; init; }

    /// <summary>How networks are chosen and trained.</summary>
    public CaseModelOptions Models { get; init; } = new();
}
