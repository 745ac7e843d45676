using DeepmineSentinel.Learning.Features;
using DeepmineSentinel.Learning.Networks;

namespace DeepmineSentinel.Learning.Artifacts;

/// <summary>An artifact in memory, its bounds and shapes checked, its probe not yet asked.</summary>
/// <param name="Metadata">Where it comes from.</param>
/// <param name="Components">What surrounds the network.</param>
/// <param name="Encoder">Made from the components.</param>
/// <param name="Networks">Frozen networks.</param>
public sealed record LoadedModel(
    ModelMetadata Metadata,
    ModelComponents Components,
    FeatureEncoder Encoder,
    NetworkEnsemble Networks
) : IDisposable
{
    /// <inheritdoc/>
    public void Dispose() => Networks.Dispose();
}
