using System.Numerics;
using static TorchSharp.torch;

namespace TorchSharp.Kernels;

/// <summary>The largest or smallest along a dimension with its place; NaN wins, the first of equals wins.</summary>
internal static class SelectKernel
{
    public static void Run(Tensor source, Tensor values, Tensor places, SelectRange range)
    {
        switch (source.dtype)
        {
            case ScalarType.Float32:
                Blocks<float>(source, values, places, range);
                break;
            case ScalarType.Float64:
                Blocks<double>(source, values, places, range);
                break;
            case ScalarType.Int64:
                Blocks<long>(source, values, places, range);
                break;
            case ScalarType.Int32:
                Blocks<int>(source, values, places, range);
                break;
            default:
                Blocks<byte>(source, values, places, range);
                break;
        }
    }

    private static void Blocks<T>(Tensor source, Tensor values, Tensor places, SelectRange range)
        where T : unmanaged, INumber<T>
    {
        var from = source.Flat<T>();
        var to = values.Flat<T>();
        var at = places.Flat<long>();
        for (var o = 0; o < to.Length; o++)
        {
            var first = o / range.Inner * range.Length * range.Inner + o % range.Inner;
            var best = from[first];
            var place = 0;
            for (var i = 1; i < range.Length && !T.IsNaN(best); i++)
            {
                var value = from[first + i * range.Inner];
                if (T.IsNaN(value) || (range.Largest ? value > best : value < best))
                {
                    best = value;
                    place = i;
                }
            }

            to[o] = best;
            at[o] = place;
        }
    }
}
