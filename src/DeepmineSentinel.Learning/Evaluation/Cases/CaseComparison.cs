namespace DeepmineSentinel.Learning.Evaluation.Cases;

/// <summary>All candidates on one way of holding cases out.</summary>
/// <param name="HeldOut">What is held out: <c>random</c> folds or whole <c>source</c>s.</param>
/// <param name="Folds">Held-out cases of each fold, by its name.</param>
/// <param name="Candidates">The candidates, simplest first.</param>
public sealed record CaseComparison(
    string HeldOut,
    IReadOnlyDictionary<string, int> Folds,
    IReadOnlyList<CaseCandidate> Candidates
)
{
    /// <summary>The candidate of a name.</summary>
    public CaseCandidate Of(string name) => Candidates.Single(candidate => candidate.Name == name);
}
