namespace DeepmineSentinel.Learning.Evaluation;

/// <summary>The network and every baseline on the same samples.</summary>
/// <param name="Group">Whose samples: test or validation.</param>
/// <param name="Stopes">Stopes in the group.</param>
/// <param name="Models">The network first, then the baselines.</param>
/// <param name="Notes">What limits these numbers, a sentence each.</param>
public sealed record EvaluationResult(
    string Group,
    int Stopes,
    IReadOnlyList<ModelEvaluation> Models,
    IReadOnlyList<string> Notes
)
{
    /// <summary>Name of the held-out stopes.</summary>
    public const string TestGroup = "test";

    /// <summary>Name of the stopes that stopped training and calibrated.</summary>
    public const string ValidationGroup = "validation";
}
