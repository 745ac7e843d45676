using System.Numerics;
using static TorchSharp.torch;

namespace TorchSharp.Kernels;

/// <summary>Running sums and products along a dimension.</summary>
internal static class ScanKernel
{
    public static Tensor Run(Tensor source, int dim, bool product)
    {
        using var packed = source.PackedAlias();
        var result = Tensor.Allocate(source.Sizes, source.dtype);
        switch (source.dtype)
        {
            case ScalarType.Float32:
                Run<float>(packed, result, dim, product);
                break;
            case ScalarType.Float64:
                Run<double>(packed, result, dim, product);
                break;
            case ScalarType.Int64:
                Run<long>(packed, result, dim, product);
                break;
            default:
                throw new NotSupportedException($"Running sums of {source.dtype}.");
        }

        return result;
    }

    private static void Run<T>(Tensor source, Tensor target, int dim, bool product)
        where T : unmanaged, INumber<T>
    {
        var from = source.Flat<T>();
        var to = target.Flat<T>();
        var n = source.Sizes.Length == 0 ? 1 : (int)source.Sizes[dim];
        var inner = source.Sizes.Length == 0 ? 1 : (int)Shapes.Count(source.Sizes.AsSpan(dim + 1));
        for (var i = 0; i < to.Length; i++)
        {
            var first = i / inner % n == 0;
            to[i] =
                first ? from[i]
                : product ? to[i - inner] * from[i]
                : to[i - inner] + from[i];
        }
    }
}
