using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

/// <summary>Layer normalisation of one row.</summary>
internal static unsafe class NormKernel
{
    /// <summary>Writes (x - mean) / sqrt(variance + eps) and returns the factor.</summary>
    public static float Normalise(float* from, float* to, int n, float eps) =>
        Width.Bits == 512 ? Normalise<Simd512, Vector512<float>>(from, to, n, eps)
        : Width.Bits == 256 ? Normalise<Simd256, Vector256<float>>(from, to, n, eps)
        : Width.Bits == 128 ? Normalise<Simd128, Vector128<float>>(from, to, n, eps)
        : Normalise<SimdOne, float>(from, to, n, eps);

    /// <summary>In place: scale (g - mean(g) - x mean(g x)).</summary>
    public static void Backward(float* gradient, float* normal, int n, float scale)
    {
        if (Width.Bits == 512)
        {
            Backward<Simd512, Vector512<float>>(gradient, normal, n, scale);
        }
        else if (Width.Bits == 256)
        {
            Backward<Simd256, Vector256<float>>(gradient, normal, n, scale);
        }
        else if (Width.Bits == 128)
        {
            Backward<Simd128, Vector128<float>>(gradient, normal, n, scale);
        }
        else
        {
            Backward<SimdOne, float>(gradient, normal, n, scale);
        }
    }

    /// <summary>x weight + bias over a row; either may be null.</summary>
    public static void Scale(float* x, float* weight, float* bias, float* to, int n)
    {
        if (weight == null)
        {
            Buffer.MemoryCopy(x, to, 4L * n, 4L * n);
        }
        else
        {
            BinaryKernel.Widest<MulOp>(ref *x, 1, ref *weight, 1, ref *to, n);
        }

        if (bias != null)
        {
            RowKernel.Add(to, bias, n);
        }
    }

    private static float Normalise<S, V>(float* from, float* to, int n, float eps)
        where S : struct, ISimd<V>
        where V : struct
    {
        var end = (nuint)n / S.Count * S.Count;
        var sums = S.Set(0);
        for (nuint j = 0; j < end; j += S.Count)
        {
            sums = S.Add(sums, S.Load(ref *from, j));
        }

        var sum = S.Total(sums);
        for (var j = end; j < (nuint)n; j++)
        {
            sum += from[j];
        }

        var mean = sum / n;
        var middle = S.Set(mean);
        sums = S.Set(0);
        for (nuint j = 0; j < end; j += S.Count)
        {
            var distance = S.Sub(S.Load(ref *from, j), middle);
            S.Store(distance, ref *to, j);
            sums = S.Fma(distance, distance, sums);
        }

        sum = S.Total(sums);
        for (var j = end; j < (nuint)n; j++)
        {
            to[j] = from[j] - mean;
            sum += to[j] * to[j];
        }

        var scale = 1 / MathF.Sqrt(sum / n + eps);
        BinaryKernel.Widest<MulOp>(ref *to, 1, ref scale, 0, ref *to, n);
        return scale;
    }

    private static void Backward<S, V>(float* gradient, float* normal, int n, float scale)
        where S : struct, ISimd<V>
        where V : struct
    {
        var end = (nuint)n / S.Count * S.Count;
        var sums = S.Set(0);
        var products = S.Set(0);
        for (nuint j = 0; j < end; j += S.Count)
        {
            var slope = S.Load(ref *gradient, j);
            sums = S.Add(sums, slope);
            products = S.Fma(slope, S.Load(ref *normal, j), products);
        }

        var (sum, product) = (S.Total(sums), S.Total(products));
        for (var j = end; j < (nuint)n; j++)
        {
            sum += gradient[j];
            product += gradient[j] * normal[j];
        }

        var (mean, along) = (sum / n, product / n);
        var (means, alongs) = (S.Set(mean), S.Set(along));
        for (nuint j = 0; j < end; j += S.Count)
        {
            var rest = S.Sub(S.Sub(S.Load(ref *gradient, j), means), S.Mul(S.Load(ref *normal, j), alongs));
            S.Store(S.Mul(S.Set(scale), rest), ref *gradient, j);
        }

        for (var j = end; j < (nuint)n; j++)
        {
            gradient[j] = scale * (gradient[j] - mean - normal[j] * along);
        }
    }
}
