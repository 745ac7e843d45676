using DeepmineSentinel.Learning.Networks;
using DeepmineSentinel.Learning.Training;

namespace DeepmineSentinel.Learning.Tests.Networks;

/// <summary>
/// A compact network with narrow layers, for tests about what is around a network: its answers are as good a proof there, and
/// it takes a thirtieth of the products, which counts where the machine has no vectors.
/// </summary>
internal static class SmallNetwork
{
    public static NetworkTuning Tuning { get; } =
        new()
        {
            StaticLayers = [16, 8],
            RecurrentLayers = [8],
            FusionLayers = [16],
        };

    /// <summary>One epoch of it.</summary>
    public static TrainingOptions Options { get; } =
        new()
        {
            Network = NetworkPreset.Compact,
            Tuning = Tuning,
            Epochs = 1,
            BatchSize = 64,
        };
}
