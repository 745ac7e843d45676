using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

/// <summary>Rows of attention weights, padded to whole registers.</summary>
internal static unsafe class AttentionKernel
{
    private const int RowsAtATime = 32;

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

    /// <summary>Step after step for some rows: joined, the steps need more registers than there are.</summary>
    private static void Softmax<S, V>(float* scores, int rows, nuint padded, float scale)
        where S : struct, ISimd<V>
        where V : struct
    {
        for (var start = 0; start < rows; start += RowsAtATime)
        {
            var first = scores + (nuint)start * padded;
            var count = Math.Min(RowsAtATime, rows - start);
            Distances<S, V>(first, count, padded, scale);
            var length = (nuint)count * padded;
            Powers<S, V>(first, length, Powers<Simd4<S, V>, Four<V>>(first, length, 0));
            Shares<S, V>(first, count, padded);
        }
    }

    /// <summary>Scale times the scores, less the largest of their row.</summary>
    private static void Distances<S, V>(float* scores, int rows, nuint padded, float scale)
        where S : struct, ISimd<V>
        where V : struct
    {
        var factor = S.Set(scale);
        for (var i = 0; i < rows; i++)
        {
            var row = scores + (nuint)i * padded;
            var largest = S.Set(float.NegativeInfinity);
            for (nuint j = 0; j < padded; j += S.Count)
            {
                largest = S.MaxOrSecond(largest, S.Mul(S.Load(ref *row, j), factor));
            }

            var top = S.Set(S.Largest(largest));
            for (nuint j = 0; j < padded; j += S.Count)
            {
                S.Store(S.Sub(S.Mul(S.Load(ref *row, j), factor), top), ref *row, j);
            }
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static nuint Powers<S, V>(float* values, nuint count, nuint start)
        where S : struct, ISimd<V>
        where V : struct
    {
        var j = start;
        for (; j + S.Count <= count; j += S.Count)
        {
            S.Store(VectorMath.Exp<S, V>(S.Load(ref *values, j)), ref *values, j);
        }

        return j;
    }

    private static void Shares<S, V>(float* powers, int rows, nuint padded)
        where S : struct, ISimd<V>
        where V : struct
    {
        for (var i = 0; i < rows; i++)
        {
            var row = powers + (nuint)i * padded;
            var sum = S.Set(0);
            for (nuint j = 0; j < padded; j += S.Count)
            {
                sum = S.Add(sum, S.Load(ref *row, j));
            }

            var total = S.Set(S.Total(sum));
            for (nuint j = 0; j < padded; j += S.Count)
            {
                S.Store(S.Div(S.Load(ref *row, j), total), ref *row, j);
            }
        }
    }

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
