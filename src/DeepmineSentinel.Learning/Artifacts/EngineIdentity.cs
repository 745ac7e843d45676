using System.Reflection;
using System.Runtime.Intrinsics;
using TorchSharp;

namespace DeepmineSentinel.Learning.Artifacts;

/// <summary>What computed the numbers. Two runs agree to the bit only where all parts are equal.</summary>
/// <param name="Name">Assembly of the engine.</param>
/// <param name="Version">Version of it.</param>
/// <param name="VectorWidth">Floats that the processor's vectors hold.</param>
public sealed record EngineIdentity(string Name, string Version, int VectorWidth)
{
    /// <summary>The engine of this process.</summary>
    public static EngineIdentity Current { get; } = Find();

    /// <summary>All parts in one line.</summary>
    public override string ToString() => $"{Name} {Version}, {VectorWidth} floats wide";

    private static EngineIdentity Find()
    {
        AssemblyName assembly = typeof(torch).Assembly.GetName();
        int width =
            Vector512.IsHardwareAccelerated ? Vector512<float>.Count
            : Vector256.IsHardwareAccelerated ? Vector256<float>.Count
            : Vector128.IsHardwareAccelerated ? Vector128<float>.Count
            : 1;
        return new EngineIdentity(assembly.Name ?? "unknown", assembly.Version?.ToString() ?? "0", width);
    }
}
