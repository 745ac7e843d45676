namespace DeepmineSentinel.Learning.Networks;

/// <summary>A named array of numbers as it lies in an artifact or checkpoint.</summary>
/// <param name="Name">PyTorch's name of it, for example <c>static_branch.first.weight</c>.</param>
/// <param name="Shape">Sizes, outermost first; empty: a single number.</param>
/// <param name="Values">The numbers in row-major order; never changed after construction.</param>
public sealed record WeightArray(string Name, IReadOnlyList<long> Shape, float[] Values);
