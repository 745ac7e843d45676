using DeepmineSentinel.Learning.Datasets;
using DeepmineSentinel.Learning.Training;

namespace DeepmineSentinel.Learning.Evaluation;

/// <summary>Samples with what a network said of them.</summary>
/// <param name="Set">All samples.</param>
/// <param name="Positions">Those asked about.</param>
/// <param name="Scores">Logits, in the order of the positions.</param>
public sealed record ScoredSamples(SampleSet Set, IReadOnlyList<int> Positions, NetworkScores Scores)
{
    /// <summary>Rows asked about.</summary>
    public int Count => Positions.Count;

    /// <summary>The samples asked about.</summary>
    public IReadOnlyList<Sample> Samples => [.. Positions.Select(position => Set.Samples[position])];

    /// <summary>Sample of a row.</summary>
    public Sample Sample(int row) => Set.Samples[Positions[row]];

    /// <summary>Condition logits of a row.</summary>
    public ReadOnlySpan<float> Condition(int row) =>
        Scores.Condition.AsSpan(row * Set.Classes.Count, Set.Classes.Count);

    /// <summary>Hazard logits of a row.</summary>
    public ReadOnlySpan<float> Hazard(int row)
    {
        int hazards = Networks.NetworkOptions.HazardCount;
        return Scores.Hazard.AsSpan(row * hazards, hazards);
    }
}
