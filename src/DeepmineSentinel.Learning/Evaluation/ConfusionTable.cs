namespace DeepmineSentinel.Learning.Evaluation;

/// <summary>Counts of samples.</summary>
/// <param name="Matrix">By true class, then answered class.</param>
/// <param name="Labels">The classes in order.</param>
public sealed record ConfusionTable(IReadOnlyList<IReadOnlyList<long>> Matrix, IReadOnlyList<string> Labels);
