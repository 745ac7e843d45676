using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Learning.Evaluation.Cases;

namespace DeepmineSentinel.Web.ViewModels.Cases;

/// <summary>The model of case histories that answers, and what was measured of it.</summary>
/// <param name="Version">The version.</param>
/// <param name="Figures">What was measured when it was trained.</param>
/// <param name="IsOutdated">Whether the stored cases are others than those it learnt from.</param>
public sealed record CaseModelCard(ModelVersion Version, CaseEvaluation Figures, bool IsOutdated)
{
    /// <summary>What the gate found, a sentence each.</summary>
    public IReadOnlyList<string> GateReasons => Version.GateReasons.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
