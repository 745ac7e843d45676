using DeepmineSentinel.Learning.Networks;

namespace DeepmineSentinel.Learning.Artifacts;

/// <summary>What a safetensors file held.</summary>
/// <param name="Arrays">The arrays in the order of their data.</param>
/// <param name="Metadata">Free text beside them.</param>
public sealed record SafeTensorsContent(
    IReadOnlyList<WeightArray> Arrays,
    IReadOnlyDictionary<string, string> Metadata
);
