using TorchSharp.Kernels;

namespace TorchSharp.Functional;

/// <summary>One row of the batch on its way through some heads, whose features lie side by side in each row of time.</summary>
internal readonly unsafe struct AttentionRow
{
    public AttentionSize Size { get; init; }

    /// <summary>[queries, heads d], perhaps with more behind, as all of these.</summary>
    public MatrixView Queries { get; init; }

    /// <summary>[keys with padding, heads d]: whatever can be read behind the keys fills up their last panel.</summary>
    public MatrixView Keys { get; init; }

    /// <summary>[keys, heads d].</summary>
    public MatrixView Values { get; init; }

    /// <summary>[queries, heads d].</summary>
    public MatrixView Results { get; init; }

    /// <summary>Room for one head's keys or values in panels, as many floats as <see cref="PanelsLength"/>.</summary>
    public float* Panels { get; init; }

    /// <summary>Keys to ignore, a byte for each, or null.</summary>
    public byte* Ignored { get; init; }

    /// <summary>Floats that <see cref="Panels"/> needs.</summary>
    public static int PanelsLength(AttentionSize size) =>
        Math.Max(size.Padded * size.Depth, Gemm.PackedLength(size.Keys, size.Depth));

    /// <summary>Computes one head's results; its weights [queries, keys with padding] are left where they are told.</summary>
    public void Head(int head, float* weights)
    {
        Gemm.Pack(Of(head, Keys, Size.Padded).Transposed, Panels);
        Gemm.RunPacked(Of(head, Queries, Size.Queries), Panels, Size.Padded, GemmTarget.Fresh(weights, Size.Padded));
        Weigh(weights);
        Gemm.Pack(Of(head, Values, Size.Keys), Panels);
        var results = Of(head, Results, Size.Queries);
        Gemm.RunPacked(Size.Weights(weights), Panels, Size.Depth, GemmTarget.Fresh(results.Data, results.RowStep));
    }

    private MatrixView Of(int head, MatrixView all, int rows) =>
        new(all.Data + head * Size.Depth, rows, Size.Depth, all.RowStep, 1);

    /// <summary>Scores to weights, the ignored keys and the padding at minus infinity before.</summary>
    private void Weigh(float* scores)
    {
        for (var query = 0; query < Size.Queries; query++)
        {
            var row = scores + (nint)query * Size.Padded;
            for (var j = 0; Ignored != null && j < Size.Keys; j++)
            {
                row[j] = Ignored[j] != 0 ? float.NegativeInfinity : row[j];
            }

            for (var j = Size.Keys; j < Size.Padded; j++)
            {
                row[j] = float.NegativeInfinity;
            }
        }

        AttentionKernel.Softmax(scores, Size.Queries, Size.Padded, 1 / MathF.Sqrt(Size.Depth));
    }
}
