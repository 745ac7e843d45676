using System.Numerics;
using static TorchSharp.torch;

namespace TorchSharp.Kernels;

/// <summary>Folds a contiguous [outer, n, inner] block over n, always in the same order.</summary>
internal static class ReduceKernel
{
    public static void Run<TOp>(Tensor source, Tensor target, int n, int inner)
        where TOp : struct, IReduceOp
    {
        switch (source.dtype)
        {
            case ScalarType.Float32:
                Floats<TOp>(source.Flat<float>(), target.Flat<float>(), n, inner);
                break;
            case ScalarType.Float64:
                Blocks<double, TOp>(source.Flat<double>(), target.Flat<double>(), n, inner);
                break;
            case ScalarType.Int64:
                Blocks<long, TOp>(source.Flat<long>(), target.Flat<long>(), n, inner);
                break;
            case ScalarType.Int32:
                Blocks<int, TOp>(source.Flat<int>(), target.Flat<int>(), n, inner);
                break;
            default:
                Blocks<byte, TOp>(source.Flat<byte>(), target.Flat<byte>(), n, inner);
                break;
        }
    }

    /// <summary>Floats are summed in doubles: the order matters little and large means keep their digits.</summary>
    private static void Floats<TOp>(ReadOnlySpan<float> from, Span<float> to, int n, int inner)
        where TOp : struct, IReduceOp
    {
        for (var o = 0; o < to.Length; o++)
        {
            var block = from.Slice(o / inner * n * inner);
            var first = o % inner;
            var sum = TOp.Start<double>();
            for (var i = 0; i < n; i++)
            {
                sum = TOp.Fold(sum, (double)block[first + i * inner]);
            }

            to[o] = (float)sum;
        }
    }

    private static void Blocks<T, TOp>(ReadOnlySpan<T> from, Span<T> to, int n, int inner)
        where T : unmanaged, INumber<T>, IMinMaxValue<T>
        where TOp : struct, IReduceOp
    {
        for (var o = 0; o < to.Length; o++)
        {
            var block = from.Slice(o / inner * n * inner);
            var first = o % inner;
            var sum = TOp.Start<T>();
            for (var i = 0; i < n; i++)
            {
                sum = TOp.Fold(sum, block[first + i * inner]);
            }

            to[o] = sum;
        }
    }
}
