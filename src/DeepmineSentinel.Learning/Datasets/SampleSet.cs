using DeepmineSentinel.Core.Predictions;
using DeepmineSentinel.Core.Stopes;

namespace DeepmineSentinel.Learning.Datasets;

/// <summary>Stopes and their labelled samples. Every sample carries at least one label.</summary>
public sealed record SampleSet
{
    /// <summary>All stopes of the data, labelled or not; in the order given.</summary>
    public required IReadOnlyList<StopeHistory> Stopes { get; init; }

    /// <summary>Samples, by stope, then by time.</summary>
    public required IReadOnlyList<Sample> Samples { get; init; }

    /// <summary>Which labels they carry.</summary>
    public required LabelScheme Scheme { get; init; }

    /// <summary>The window that the samples end.</summary>
    public required WindowOptions Window { get; init; }

    /// <summary>Stopes found to be one under several names; only samples of the kept one are among <see cref="Samples"/>.</summary>
    public IReadOnlyList<DuplicateStopes> Duplicates { get; init; } = [];

    /// <summary>Classes from best to worst; condition labels index into them.</summary>
    public IReadOnlyList<StabilityClass> Classes => LabelSchemes.ClassesOf(Scheme);

    /// <summary>Whether any condition label exists, so that its head can be trained.</summary>
    public bool HasCondition => Samples.Any(sample => sample.HasCondition);

    /// <summary>Whether hazards are known and a failure is among them, so that their head can be trained.</summary>
    public bool HasHazards => Samples.Any(sample => sample.Hazard.Targets != 0);

    /// <summary>Positions in <see cref="Samples"/> of some stopes' samples, by stope in the order given, then by time.</summary>
    public IReadOnlyList<int> SamplesOf(IReadOnlyList<int> stopes)
    {
        ILookup<int, int> byStope = Enumerable.Range(0, Samples.Count).ToLookup(i => Samples[i].StopeIndex);
        return [.. stopes.SelectMany(stope => byStope[stope])];
    }

    /// <summary>
    /// Worst condition label of each stope, which is the class that it is counted and split by;
    /// <see cref="Sample.NoLabel"/> where it has none.
    /// </summary>
    public IReadOnlyList<int> StopeClasses()
    {
        int[] worst = new int[Stopes.Count];
        Array.Fill(worst, Sample.NoLabel);
        foreach (Sample sample in Samples)
        {
            worst[sample.StopeIndex] = Math.Max(worst[sample.StopeIndex], sample.ConditionLabel);
        }

        return worst;
    }
}
