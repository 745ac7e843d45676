using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace TorchSharp.Kernels;

/// <summary>The register width of this machine, chosen at start. Static and read-only, so the JIT drops the other branches.</summary>
internal static class Width
{
    public static readonly int Bits =
        Vector512.IsHardwareAccelerated && Avx512F.IsSupported ? 512
        : Vector256.IsHardwareAccelerated && (!Avx2.IsSupported || Fma.IsSupported) ? 256
        : Vector128.IsHardwareAccelerated && (!Sse2.IsSupported || Fma.IsSupported) ? 128
        : 32;
}
