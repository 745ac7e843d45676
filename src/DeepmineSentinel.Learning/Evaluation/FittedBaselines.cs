using DeepmineSentinel.Learning.Baselines;
using DeepmineSentinel.Learning.Datasets;

namespace DeepmineSentinel.Learning.Evaluation;

/// <summary>The baselines that could be fitted, and why the others could not.</summary>
/// <param name="Usable">Fitted on training stopes.</param>
/// <param name="Notes">A sentence for each that could not be.</param>
public sealed record FittedBaselines(IReadOnlyList<IBaseline> Usable, IReadOnlyList<string> Notes)
{
    /// <summary>Fits baselines on training stopes alone.</summary>
    public static FittedBaselines Fit(
        IReadOnlyList<IBaseline> baselines,
        SampleSet set,
        IReadOnlyList<int> trainingStopes
    )
    {
        List<IBaseline> usable = [];
        List<string> notes = [];
        foreach (IBaseline baseline in baselines)
        {
            if (baseline.Fit(set, trainingStopes) is { } reason)
            {
                notes.Add($"{baseline.Name}: {reason}");
            }
            else
            {
                usable.Add(baseline);
            }
        }

        return new FittedBaselines(usable, notes);
    }
}
