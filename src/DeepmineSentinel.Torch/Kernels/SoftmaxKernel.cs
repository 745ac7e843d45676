using System.Numerics;
using static TorchSharp.torch;

namespace TorchSharp.Kernels;

/// <summary>Softmax and its logarithm over the last dimension of contiguous rows.</summary>
internal static class SoftmaxKernel
{
    public static void Forward(Tensor source, Tensor target, bool logarithm)
    {
        if (source.dtype == ScalarType.Float32)
        {
            Rows<float>(source, target, logarithm);
        }
        else
        {
            Rows<double>(source, target, logarithm);
        }
    }

    /// <summary>From the result y and its gradient g: y (g - sum(g y)), or for the logarithm g - exp(y) sum(g).</summary>
    public static void Backward(Tensor result, Tensor gradient, Tensor target, bool logarithm)
    {
        if (result.dtype == ScalarType.Float32)
        {
            BackwardRows<float>(result, gradient, target, logarithm);
        }
        else
        {
            BackwardRows<double>(result, gradient, target, logarithm);
        }
    }

    private static void Rows<T>(Tensor source, Tensor target, bool logarithm)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var n = (int)source.Sizes[^1];
        var from = source.Flat<T>();
        var to = target.Flat<T>();
        for (var start = 0; start < from.Length; start += n)
        {
            Row(from.Slice(start, n), to.Slice(start, n), logarithm);
        }
    }

    private static void Row<T>(ReadOnlySpan<T> from, Span<T> to, bool logarithm)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var largest = from[0];
        foreach (var value in from)
        {
            largest = T.Max(largest, value);
        }

        var sum = T.Zero;
        for (var i = 0; i < to.Length; i++)
        {
            var power = T.Exp(from[i] - largest);
            to[i] = logarithm ? from[i] - largest : power;
            sum += power;
        }

        var shift = logarithm ? T.Log(sum) : T.Zero;
        for (var i = 0; i < to.Length; i++)
        {
            to[i] = logarithm ? to[i] - shift : to[i] / sum;
        }
    }

    private static void BackwardRows<T>(Tensor result, Tensor gradient, Tensor target, bool logarithm)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var n = (int)result.Sizes[^1];
        var y = result.Flat<T>();
        var g = gradient.Flat<T>();
        var to = target.Flat<T>();
        for (var start = 0; start < y.Length; start += n)
        {
            var sum = T.Zero;
            for (var i = start; i < start + n; i++)
            {
                sum += logarithm ? g[i] : g[i] * y[i];
            }

            for (var i = start; i < start + n; i++)
            {
                to[i] = logarithm ? g[i] - T.Exp(y[i]) * sum : y[i] * (g[i] - sum);
            }
        }
    }
}
