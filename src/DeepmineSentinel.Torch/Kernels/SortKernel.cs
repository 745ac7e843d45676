using static TorchSharp.torch;

namespace TorchSharp.Kernels;

/// <summary>The stable order along a dimension; NaN counts as the largest, as in PyTorch.</summary>
internal static class SortKernel
{
    /// <summary>Indices laid out with the sorted dimension last, seen in the tensor's own order of dimensions.</summary>
    public static Tensor Order(Tensor tensor, int dim, bool descending)
    {
        using var detached = tensor.detach();
        if (tensor.Sizes.Length == 0)
        {
            return zeros(Shapes.Scalar, ScalarType.Int64);
        }

        using var last = detached.transpose(dim, -1);
        using var keys = last.ConvertTo(ScalarType.Float64, false);
        var order = Tensor.Allocate(last.Sizes, ScalarType.Int64);
        var n = (int)last.Sizes[^1];
        var row = new (double Key, int Place)[n];
        for (var start = 0; start < keys.Count; start += n)
        {
            SortRow(keys.Flat<double>().Slice(start, n), order.Flat<long>().Slice(start, n), row, descending);
        }

        return order.transpose(dim, -1);
    }

    private static void SortRow(
        ReadOnlySpan<double> keys,
        Span<long> order,
        (double Key, int Place)[] row,
        bool descending
    )
    {
        for (var i = 0; i < row.Length; i++)
        {
            row[i] = (keys[i], i);
        }

        Array.Sort(row, descending ? Descending : Ascending);
        for (var i = 0; i < row.Length; i++)
        {
            order[i] = row[i].Place;
        }
    }

    private static int Ascending((double Key, int Place) a, (double Key, int Place) b)
    {
        var keys = Compare(a.Key, b.Key);
        return keys != 0 ? keys : a.Place.CompareTo(b.Place);
    }

    private static int Descending((double Key, int Place) a, (double Key, int Place) b)
    {
        var keys = Compare(b.Key, a.Key);
        return keys != 0 ? keys : a.Place.CompareTo(b.Place);
    }

    /// <summary>As numbers, NaN above all.</summary>
    private static int Compare(double a, double b) =>
        double.IsNaN(a) ? (double.IsNaN(b) ? 0 : 1)
        : double.IsNaN(b) ? -1
        : a.CompareTo(b);
}
