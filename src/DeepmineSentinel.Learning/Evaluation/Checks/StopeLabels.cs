using DeepmineSentinel.Learning.Datasets;

namespace DeepmineSentinel.Learning.Evaluation.Checks;

/// <summary>Labelled stopes, one row each, with the last moment that anything learns of them.</summary>
/// <param name="Stopes">Indices of the stopes.</param>
/// <param name="Classes">Worst class of each.</param>
/// <param name="LastSeen">End of its last window, UTC; null: it has no readings.</param>
internal sealed record StopeLabels(
    IReadOnlyList<int> Stopes,
    IReadOnlyList<int> Classes,
    IReadOnlyList<DateTime?> LastSeen
)
{
    public static StopeLabels Of(SampleSet set)
    {
        IReadOnlyList<int> classes = set.StopeClasses();
        Dictionary<int, DateTime?> last = [];
        foreach (Sample sample in set.Samples.Where(sample => classes[sample.StopeIndex] != Sample.NoLabel))
        {
            last[sample.StopeIndex] = sample.AsOf;
        }

        int[] stopes = [.. last.Keys.Order()];
        return new StopeLabels(stopes, [.. stopes.Select(i => classes[i])], [.. stopes.Select(i => last[i])]);
    }
}
