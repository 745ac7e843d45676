namespace DeepmineSentinel.Learning.Features;

/// <summary>A category's slots, with how often each was seen in training; the last slot is for what was not seen.</summary>
/// <param name="Name">Column name as in files.</param>
/// <param name="Categories">Names of the slots, without the unknown one.</param>
/// <param name="Frequencies">Share of training stopes in each slot, the unknown one last; they sum to 1.</param>
public sealed record CategoryScale(string Name, IReadOnlyList<string> Categories, IReadOnlyList<double> Frequencies)
{
    /// <summary>Number of slots, the unknown one among them.</summary>
    public int Slots => Categories.Count + 1;

    /// <summary>The slot of a category: the last where training never saw it.</summary>
    /// <param name="category">Index into <see cref="Categories"/>; anything else is unknown.</param>
    public int SlotOf(int category) =>
        category >= 0 && category < Categories.Count && Frequencies[category] > 0 ? category : Categories.Count;
}
