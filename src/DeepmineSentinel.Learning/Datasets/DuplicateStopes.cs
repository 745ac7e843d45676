namespace DeepmineSentinel.Learning.Datasets;

/// <summary>Stopes whose readings are the same, number by number: one stope under several names.</summary>
/// <param name="Stopes">Their indices, in order; two or more.</param>
/// <param name="Kept">The one whose samples are learnt from; null: their labels contradict each other, so none is.</param>
public sealed record DuplicateStopes(IReadOnlyList<int> Stopes, int? Kept);
