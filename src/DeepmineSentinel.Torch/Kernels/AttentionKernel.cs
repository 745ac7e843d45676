using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

/// <summary>Rows of attention weights, padded to whole registers.</summary>
internal static unsafe class AttentionKernel
{
    /// <summary>The room a row of keys takes: whole panels.</summary>
    public static int Padded(int keys) => (keys + Gemm.Panel - 1) / Gemm.Panel * Gemm.Panel;

    /// <summary>The softmax of scale times the scores, in place; the padding must hold minus infinity.</summary>
    public static void Softmax(float* row, int padded, float scale)
    {
        if (Width.Bits == 512)
        {
            Softmax<Simd512, Vector512<float>>(row, (nuint)padded, scale);
        }
        else if (Width.Bits == 256)
        {
            Softmax<Simd256, Vector256<float>>(row, (nuint)padded, scale);
        }
        else if (Width.Bits == 128)
        {
            Softmax<Simd128, Vector128<float>>(row, (nuint)padded, scale);
        }
        else
        {
            Softmax<SimdOne, float>(row, (nuint)padded, scale);
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

    private static void Softmax<S, V>(float* row, nuint padded, float scale)
        where S : struct, ISimd<V>
        where V : struct
    {
        var factor = S.Set(scale);
        var largest = S.Set(float.NegativeInfinity);
        for (nuint j = 0; j < padded; j += S.Count)
        {
            var scaled = S.Mul(S.Load(ref *row, j), factor);
            S.Store(scaled, ref *row, j);
            largest = S.MaxOrSecond(largest, scaled);
        }

        var top = S.Set(S.Largest(largest));
        var sum = S.Set(0);
        for (nuint j = 0; j < padded; j += S.Count)
        {
            var power = VectorMath.Exp<S, V>(S.Sub(S.Load(ref *row, j), top));
            S.Store(power, ref *row, j);
            sum = S.Add(sum, power);
        }

        var total = S.Set(S.Total(sum));
        for (nuint j = 0; j < padded; j += S.Count)
        {
            S.Store(S.Div(S.Load(ref *row, j), total), ref *row, j);
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
