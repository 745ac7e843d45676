namespace DeepmineSentinel.Learning.Evaluation.Cases;

/// <summary>How case histories are evaluated.</summary>
public sealed record CaseEvaluationOptions
{
    /// <summary>Random folds.</summary>
    public int Folds { get; init; } = 10;

    /// <summary>How networks are chosen and trained.</summary>
    public CaseModelOptions Models { get; init; } = new();
}
