using DeepmineSentinel.Learning.Networks;

namespace DeepmineSentinel.Web.Tests.Running;

/// <summary>
/// The compact network with narrow layers, as a user asks for it, for tests about what is around a training: it takes a
/// thirtieth of the products, which counts where the machine has no vectors.
/// </summary>
internal static class NarrowNetwork
{
    /// <summary>For the command line.</summary>
    public static string[] Words { get; } =
    ["--network", "compact", "--static-layers", "16,8", "--recurrent-layers", "8", "--fusion-layers", "16"];

    /// <summary>Members of a request's object.</summary>
    public const string Json =
        """ "network": "compact", "staticLayers": [16, 8], "recurrentLayers": [8], "fusionLayers": [16] """;

    public static NetworkTuning Tuning { get; } =
        new()
        {
            StaticLayers = [16, 8],
            RecurrentLayers = [8],
            FusionLayers = [16],
        };
}
