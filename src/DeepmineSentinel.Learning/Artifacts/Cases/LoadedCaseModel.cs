using DeepmineSentinel.Learning.Evaluation.Cases;

namespace DeepmineSentinel.Learning.Artifacts.Cases;

/// <summary>A model of case histories in memory, its bounds and shapes checked, its probe not yet asked.</summary>
/// <param name="Metadata">Where it comes from.</param>
/// <param name="Components">What surrounds the networks.</param>
/// <param name="Ensemble">Frozen networks and logit.</param>
internal sealed record LoadedCaseModel(CaseMetadata Metadata, CaseComponents Components, FittedEnsemble Ensemble)
    : IDisposable
{
    public void Dispose() => Ensemble.Dispose();
}
