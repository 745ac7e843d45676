using System.Reflection;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using TorchSharp;

namespace DeepmineSentinel.Learning.Artifacts;

/// <summary>What computed the numbers. Two runs agree to the bit only where all parts are equal.</summary>
/// <param name="Name">Assembly of the engine: DeepmineSentinel.Torch, or TorchSharp where the package takes its place.</param>
/// <param name="Version">Version of it.</param>
/// <param name="VectorWidth">Floats that the vectors hold which the processor offers and the engine uses.</param>
public sealed record EngineIdentity(string Name, string Version, int VectorWidth)
{
    /// <summary>The engine of this process.</summary>
    public static EngineIdentity Current { get; } = Of(typeof(torch).Assembly);

    /// <summary>All parts in one line.</summary>
    public override string ToString() => $"{Name} {Version}, {VectorWidth} floats wide";

    /// <summary>An engine by its assembly.</summary>
    internal static EngineIdentity Of(Assembly engine)
    {
        AssemblyName assembly = engine.GetName();
        return new EngineIdentity(assembly.Name ?? "unknown", assembly.Version?.ToString() ?? "0", Width());
    }

    /// <summary>Without a fused multiply-add the engine computes number by number.</summary>
    private static int Width() =>
        Vector512.IsHardwareAccelerated && Avx512F.IsSupported ? Vector512<float>.Count
        : Sse2.IsSupported && !Fma.IsSupported ? 1
        : Vector256.IsHardwareAccelerated ? Vector256<float>.Count
        : Vector128.IsHardwareAccelerated ? Vector128<float>.Count
        : 1;
}
