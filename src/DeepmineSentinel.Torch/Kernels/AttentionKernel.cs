using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

/// <summary>Rows of attention weights, padded to whole registers.</summary>
internal static unsafe class AttentionKernel
{
    /// <summary>The room a row of keys takes: whole panels.</summary>
    public static int Padded(int keys) => (keys + Gemm.Panel - 1) / Gemm.Panel * Gemm.Panel;

    /// <summary>The softmax of scale times the scores, row by row in place; the padding must hold minus infinity.</summary>
    public static void Softmax(float* scores, int rows, int padded, float scale)
    {
        if (Width.Bits == 512)
        {
            Softmax<Simd512, Vector512<float>>(scores, rows, (nuint)padded, scale);
        }
        else if (Width.Bits == 256)
        {
            Softmax<Simd256, Vector256<float>>(scores, rows, (nuint)padded, scale);
        }
        else if (Width.Bits == 128)
        {
            Softmax<Simd128, Vector128<float>>(scores, rows, (nuint)padded, scale);
        }
        else
        {
            Softmax<SimdOne, float>(scores, rows, (nuint)padded, scale);
        }
    }

    /// <summary>Turns a row of the weights' gradient into that of the scores: scale p (d - sum(d p)), in place.</summary>
    public static void SoftmaxBackward(float* weights, float* slopes, int padded, float scale)
    {
        if (Width.Bits == 512)
        {
            Backward<Simd512, Vector512<float>>(weights, slopes, (nuint)padded, scale);
        }
        else if (Width.Bits == 256)
        {
            Backward<Simd256, Vector256<float>>(weights, slopes, (nuint)padded, scale);
        }
        else if (Width.Bits == 128)
        {
            Backward<Simd128, Vector128<float>>(weights, slopes, (nuint)padded, scale);
        }
        else
        {
            Backward<SimdOne, float>(weights, slopes, (nuint)padded, scale);
        }
    }

    /// <summary>Four rows side by side: what one row waits for, its largest and its sum, is too short to hide.</summary>
    private static void Softmax<S, V>(float* scores, int rows, nuint padded, float scale)
        where S : struct, ISimd<V>
        where V : struct
    {
        var row = 0;
        for (; row + 4 <= rows; row += 4)
        {
            FourRows<S, V>(scores + (nuint)row * padded, padded, scale);
        }

        for (; row < rows; row++)
        {
            OneRow<S, V>(scores + (nuint)row * padded, padded, scale);
        }
    }

    private static void OneRow<S, V>(float* row, nuint padded, float scale)
        where S : struct, ISimd<V>
        where V : struct
    {
        var factor = S.Set(scale);
        var largest = S.Set(float.NegativeInfinity);
        for (nuint j = 0; j < padded; j += S.Count)
        {
            largest = S.MaxOrSecond(largest, S.Mul(S.Load(ref *row, j), factor));
        }

        var top = S.Set(S.Largest(largest));
        var sum = S.Set(0);
        for (nuint j = 0; j < padded; j += S.Count)
        {
            var power = VectorMath.Exp<S, V>(S.Sub(S.Mul(S.Load(ref *row, j), factor), top));
            S.Store(power, ref *row, j);
            sum = S.Add(sum, power);
        }

        var total = S.Set(S.Total(sum));
        for (nuint j = 0; j < padded; j += S.Count)
        {
            S.Store(S.Div(S.Load(ref *row, j), total), ref *row, j);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void FourRows<S, V>(float* rows, nuint padded, float scale)
        where S : struct, ISimd<V>
        where V : struct
    {
        var factor = Simd4<S, V>.Set(scale);
        var largest = Simd4<S, V>.Set(float.NegativeInfinity);
        for (nuint j = 0; j < padded; j += S.Count)
        {
            var scaled = Simd4<S, V>.Mul(Simd4<S, V>.LoadRows(ref *rows, j, padded), factor);
            largest = Simd4<S, V>.MaxOrSecond(largest, scaled);
        }

        var top = Each<S, V>(S.Largest(largest.A), S.Largest(largest.B), S.Largest(largest.C), S.Largest(largest.D));
        var sum = Simd4<S, V>.Set(0);
        for (nuint j = 0; j < padded; j += S.Count)
        {
            var scaled = Simd4<S, V>.Mul(Simd4<S, V>.LoadRows(ref *rows, j, padded), factor);
            var power = VectorMath.Exp<Simd4<S, V>, Four<V>>(Simd4<S, V>.Sub(scaled, top));
            Simd4<S, V>.StoreRows(power, ref *rows, j, padded);
            sum = Simd4<S, V>.Add(sum, power);
        }

        var total = Each<S, V>(S.Total(sum.A), S.Total(sum.B), S.Total(sum.C), S.Total(sum.D));
        for (nuint j = 0; j < padded; j += S.Count)
        {
            var share = Simd4<S, V>.Div(Simd4<S, V>.LoadRows(ref *rows, j, padded), total);
            Simd4<S, V>.StoreRows(share, ref *rows, j, padded);
        }
    }

    private static Four<V> Each<S, V>(float a, float b, float c, float d)
        where S : struct, ISimd<V>
        where V : struct => new(S.Set(a), S.Set(b), S.Set(c), S.Set(d));

    private static void Backward<S, V>(float* weights, float* slopes, nuint padded, float scale)
        where S : struct, ISimd<V>
        where V : struct
    {
        var sum = S.Set(0);
        for (nuint j = 0; j < padded; j += S.Count)
        {
            sum = S.Fma(S.Load(ref *weights, j), S.Load(ref *slopes, j), sum);
        }

        var total = S.Set(S.Total(sum));
        var factor = S.Set(scale);
        for (nuint j = 0; j < padded; j += S.Count)
        {
            var slope = S.Sub(S.Load(ref *slopes, j), total);
            S.Store(S.Mul(S.Mul(factor, S.Load(ref *weights, j)), slope), ref *slopes, j);
        }
    }
}
