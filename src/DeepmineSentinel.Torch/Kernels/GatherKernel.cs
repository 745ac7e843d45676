using static TorchSharp.torch;

namespace TorchSharp.Kernels;

/// <summary>Reads and writes along a dimension by an index tensor.</summary>
internal static class GatherKernel
{
    public static Tensor Gather(Tensor source, int dim, Tensor index)
    {
        Check(source, dim, index);
        var result = Tensor.Allocate(index.Sizes, source.dtype);
        switch (Elements.SizeOf(source.dtype))
        {
            case 8:
                Gather<long>(source, dim, index, result);
                break;
            case 4:
                Gather<int>(source, dim, index, result);
                break;
            default:
                Gather<byte>(source, dim, index, result);
                break;
        }

        return result;
    }

    /// <summary>Writes (or adds, floats only) the source's elements into a contiguous target, in order.</summary>
    public static void Scatter(Tensor target, int dim, Tensor index, Tensor source, bool add)
    {
        Check(target, dim, index);
        using var places = Offsets(target, dim, index);
        using var values = index.Sizes.AsSpan().SequenceEqual(source.Sizes)
            ? source.PackedAlias()
            : throw new ArgumentException(
                $"scatter: index {Shapes.Show(index.Sizes)} and source {Shapes.Show(source.Sizes)} differ."
            );
        if (target.dtype == ScalarType.Float32)
        {
            Scatter(target.Flat<float>(), places.Flat<long>(), values.Flat<float>(), add);
        }
        else if (target.dtype == ScalarType.Float64)
        {
            Scatter(target.Flat<double>(), places.Flat<long>(), values.Flat<double>(), add);
        }
        else if (target.dtype == ScalarType.Int64)
        {
            Scatter(target.Flat<long>(), places.Flat<long>(), values.Flat<long>(), add);
        }
        else
        {
            throw new NotSupportedException($"scatter of {target.dtype}.");
        }
    }

    private static void Scatter<T>(Span<T> to, ReadOnlySpan<long> places, ReadOnlySpan<T> from, bool add)
        where T : unmanaged, System.Numerics.INumber<T>
    {
        for (var i = 0; i < places.Length; i++)
        {
            ref var element = ref to[(int)places[i]];
            element = add ? element + from[i] : from[i];
        }
    }

    private static void Gather<T>(Tensor source, int dim, Tensor index, Tensor result)
        where T : unmanaged
    {
        using var places = Offsets(source, dim, index);
        var from = source.Reach<T>();
        var to = result.Flat<T>();
        var at = places.Flat<long>();
        for (var i = 0; i < at.Length; i++)
        {
            to[i] = from[(int)at[i]];
        }
    }

    /// <summary>For every element of the index its place in the tensor, in row-major order.</summary>
    private static Tensor Offsets(Tensor tensor, int dim, Tensor index)
    {
        var result = Tensor.Allocate(index.Sizes, ScalarType.Int64, tracked: false);
        using var packed = index.PackedAlias();
        var from = packed.Flat<long>();
        var to = result.Flat<long>();
        var counters = new long[index.Sizes.Length];
        var limit = tensor.Sizes.Length == 0 ? 1 : tensor.Sizes[dim];
        for (var i = 0; i < to.Length; i++)
        {
            var wanted = from[i] < 0 ? from[i] + limit : from[i];
            if ((ulong)wanted >= (ulong)limit)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(index),
                    from[i],
                    $"Outside dimension {dim} of {Shapes.Show(tensor.Sizes)}."
                );
            }

            long place = 0;
            for (var d = 0; d < counters.Length; d++)
            {
                place += (d == dim ? wanted : counters[d]) * tensor.Strides[d];
            }

            to[i] = place;
            Advance(counters, index.Sizes);
        }

        return result;
    }

    private static void Advance(long[] counters, long[] sizes)
    {
        for (var d = counters.Length - 1; d >= 0 && ++counters[d] == sizes[d]; d--)
        {
            counters[d] = 0;
        }
    }

    private static void Check(Tensor tensor, int dim, Tensor index)
    {
        ArgumentNullException.ThrowIfNull(index);
        var fits = index.dtype == ScalarType.Int64 && index.Sizes.Length == tensor.Sizes.Length;
        for (var d = 0; fits && d < index.Sizes.Length; d++)
        {
            fits = d == dim || index.Sizes[d] <= tensor.Sizes[d];
        }

        if (!fits)
        {
            throw new ArgumentException(
                $"An int64 index of shape {Shapes.Show(index.Sizes)} ({index.dtype}) does not fit {Shapes.Show(tensor.Sizes)}."
            );
        }
    }
}
