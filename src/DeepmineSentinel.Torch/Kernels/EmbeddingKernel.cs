namespace TorchSharp.Kernels;

/// <summary>Rows of a weight by index. Indices are within the weight; rows are contiguous.</summary>
internal static unsafe class EmbeddingKernel
{
    /// <summary>As in PyTorch, so that a shortened row's norm stays just below the largest.</summary>
    private const double Slack = 1e-7;

    /// <summary>Copies the rows that the indices name behind each other.</summary>
    public static void Take(ReadOnlySpan<float> weight, ReadOnlySpan<long> places, Span<float> result)
    {
        var n = places.Length == 0 ? 0 : result.Length / places.Length;
        for (var i = 0; i < places.Length; i++)
        {
            weight.Slice((int)places[i] * n, n).CopyTo(result[(i * n)..]);
        }
    }

    /// <summary>Adds rows to the rows that the indices name, in order, but for those of one index.</summary>
    public static void Add(ReadOnlySpan<float> rows, ReadOnlySpan<long> places, Span<float> target, long skipped)
    {
        var n = places.Length == 0 ? 0 : rows.Length / places.Length;
        fixed (float* from = rows)
        fixed (float* to = target)
        {
            for (var i = 0; i < places.Length; i++)
            {
                if (places[i] != skipped)
                {
                    RowKernel.Add(to + (nint)places[i] * n, from + (nint)i * n, n);
                }
            }
        }
    }

    /// <summary>Divides each row by how often the indices name it.</summary>
    public static void DivideByCount(ReadOnlySpan<long> places, Span<float> rows, int n)
    {
        foreach (var (place, count) in Counts(places))
        {
            RowKernel.Scale(rows.Slice((int)place * n, n), 1f / count);
        }
    }

    /// <summary>Shortens the rows that the indices name and whose norm is too large.</summary>
    public static void Shorten(Span<float> weight, ReadOnlySpan<long> places, int n, NormLimit limit)
    {
        foreach (var place in Counts(places).Keys)
        {
            var row = weight.Slice((int)place * n, n);
            var norm = RowNorm.Of(row, limit.Type);
            if (norm > limit.Largest)
            {
                RowKernel.Scale(row, (float)(limit.Largest / (norm + Slack)));
            }
        }
    }

    private static Dictionary<long, int> Counts(ReadOnlySpan<long> places)
    {
        var counts = new Dictionary<long, int>();
        foreach (var place in places)
        {
            counts[place] = counts.GetValueOrDefault(place) + 1;
        }

        return counts;
    }
}
