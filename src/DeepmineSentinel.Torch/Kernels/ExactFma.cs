using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace TorchSharp.Kernels;

/// <summary>
/// a * b + c rounded once, as the processor's fused multiply-add does it, also where there is none: by doubles, without a
/// call, so that sums stay in registers.
/// </summary>
internal static class ExactFma
{
    private const long BitsLost = 0x1FFF_FFFF;
    private const long Halfway = 0x1000_0000;
    private const ulong SmallestNormal = 897UL << 53;

    /// <summary>a * b + c, infinities, zeros and NaN as in IEEE 754.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Of(float a, float b, float c) =>
        Fma.IsSupported || AdvSimd.IsSupported ? MathF.FusedMultiplyAdd(a, b, c) : ByDoubles(a, b, c);

    /// <summary>The same on any machine.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float ByDoubles(float a, float b, float c)
    {
        // The product of two floats is a double without rounding. Only the sum is rounded twice, which shows where it fell
        // halfway between two floats, or where floats are coarser than usual.
        var product = (double)a * b;
        var sum = product + c;
        var bits = BitConverter.DoubleToInt64Bits(sum);
        if ((bits & BitsLost) == Halfway || ((ulong)bits << 1) < SmallestNormal)
        {
            bits = ToOdd(bits, sum, Error(product, c, sum));
        }

        return (float)BitConverter.Int64BitsToDouble(bits);
    }

    // What the sum lost (Knuth's two-sum).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Error(double a, double b, double sum)
    {
        var fromB = sum - a;
        return (a - (sum - fromB)) + (b - fromB);
    }

    // An inexact sum becomes its neighbour with an odd last bit, so that rounding it to a float knows on which side it was
    // (Boldo and Melquiond 2008).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long ToOdd(long bits, double sum, double error)
    {
        if (error == 0 || (bits & 1) != 0)
        {
            return bits;
        }

        return (error > 0) == (sum > 0) ? bits + 1 : bits - 1;
    }
}
