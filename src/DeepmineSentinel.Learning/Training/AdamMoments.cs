using DeepmineSentinel.Learning.Networks;

namespace DeepmineSentinel.Learning.Training;

/// <summary>What Adam remembers, parameter by parameter in the optimiser's order.</summary>
/// <param name="Steps">Steps taken.</param>
/// <param name="First">Running means of gradients; empty before the first step.</param>
/// <param name="Second">Running means of squared gradients; empty before the first step.</param>
public sealed record AdamMoments(
    IReadOnlyList<long> Steps,
    IReadOnlyList<WeightArray> First,
    IReadOnlyList<WeightArray> Second
);
