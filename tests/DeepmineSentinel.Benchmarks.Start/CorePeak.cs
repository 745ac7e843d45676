using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DeepmineSentinel.Benchmarks.Start;

/// <summary>What one core can do at most at this moment: multiply-adds on registers alone, the best of some short tries.</summary>
internal static class CorePeak
{
    private const int Rounds = 100_000;

    /// <summary>Width of the registers that are used, in bits.</summary>
    public static int VectorBits => Vector512.IsHardwareAccelerated ? 512 : 256;

    /// <summary>Billions of float operations a second; a multiply-add counts as two.</summary>
    public static double Gigaflops()
    {
        var best = 0.0;
        for (var i = 0; i < 60; i++)
        {
            var clock = Stopwatch.StartNew();
            var lanes = VectorBits == 512 ? Wide(Vector512.Create(1e-9f)) : Narrow(Vector256.Create(1e-9f));
            best = Math.Max(best, 2.0 * 10 * lanes * Rounds / clock.Elapsed.TotalSeconds / 1e9);
        }

        return best;
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static int Narrow(Vector256<float> x)
    {
        Vector256<float> a = x,
            b = x,
            c = x,
            d = x,
            e = x,
            f = x,
            g = x,
            h = x,
            i = x,
            j = x;
        for (var n = 0; n < Rounds; n++)
        {
            a = Vector256.FusedMultiplyAdd(a, x, x);
            b = Vector256.FusedMultiplyAdd(b, x, x);
            c = Vector256.FusedMultiplyAdd(c, x, x);
            d = Vector256.FusedMultiplyAdd(d, x, x);
            e = Vector256.FusedMultiplyAdd(e, x, x);
            f = Vector256.FusedMultiplyAdd(f, x, x);
            g = Vector256.FusedMultiplyAdd(g, x, x);
            h = Vector256.FusedMultiplyAdd(h, x, x);
            i = Vector256.FusedMultiplyAdd(i, x, x);
            j = Vector256.FusedMultiplyAdd(j, x, x);
        }

        return float.IsNaN(Vector256.Sum(a + b + c + d + e + f + g + h + i + j)) ? 0 : 8;
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static int Wide(Vector512<float> x)
    {
        Vector512<float> a = x,
            b = x,
            c = x,
            d = x,
            e = x,
            f = x,
            g = x,
            h = x,
            i = x,
            j = x;
        for (var n = 0; n < Rounds; n++)
        {
            a = Vector512.FusedMultiplyAdd(a, x, x);
            b = Vector512.FusedMultiplyAdd(b, x, x);
            c = Vector512.FusedMultiplyAdd(c, x, x);
            d = Vector512.FusedMultiplyAdd(d, x, x);
            e = Vector512.FusedMultiplyAdd(e, x, x);
            f = Vector512.FusedMultiplyAdd(f, x, x);
            g = Vector512.FusedMultiplyAdd(g, x, x);
            h = Vector512.FusedMultiplyAdd(h, x, x);
            i = Vector512.FusedMultiplyAdd(i, x, x);
            j = Vector512.FusedMultiplyAdd(j, x, x);
        }

        return float.IsNaN(Vector512.Sum(a + b + c + d + e + f + g + h + i + j)) ? 0 : 16;
    }
}
