using TorchSharp.Autograd;
using TorchSharp.Kernels;
using static TorchSharp.torch;

namespace TorchSharp.Functional;

/// <summary>softmax(q k^T / sqrt(d)) v for all heads of short sequences as one step of the tape.</summary>
internal static unsafe class AttentionFunction
{
    /// <summary>The joined heads [L, B, E]; keys that the mask [B, S] names are ignored.</summary>
    public static Tensor Run(AttentionParts parts, Tensor? mask, int heads, int width)
    {
        var size = new AttentionSize(
            (int)parts.Query.Sizes[0],
            (int)parts.Key.Sizes[0],
            (int)parts.Query.Sizes[1],
            heads,
            width / heads
        );
        var result = Tensor.Allocate([size.Queries, size.Batch, width], ScalarType.Float32);
        var weights = Tensor.Allocate([size.Batch, heads, size.Queries, size.Keys], ScalarType.Float32);
        using var ignored = mask?.PackedAlias();
        Forward(parts, ignored, size, weights, result);
        if (Tape.Watches([parts.Query, parts.Key, parts.Value]))
        {
            Tape.Record(
                [result],
                [parts.Query, parts.Key, parts.Value],
                [parts.Query, parts.Key, parts.Value, weights],
                new(static b => AttentionBackward.Run(b), new AttentionState(size, parts.KeyColumn, parts.ValueColumn))
            );
        }

        return result;
    }

    /// <summary>One head of one batch row: [time, d] with the steps of the projection it lies in.</summary>
    public static MatrixView Head(float* data, Tensor source, int column, int index, AttentionSize size)
    {
        var (row, head) = (index / size.Heads, index % size.Heads);
        var start = data + row * source.Sizes[2] + column + head * size.Depth;
        return new MatrixView(start, (int)source.Sizes[0], size.Depth, (nint)(source.Sizes[1] * source.Sizes[2]), 1);
    }

    private static void Forward(AttentionParts parts, Tensor? mask, AttentionSize size, Tensor weights, Tensor result)
    {
        var scale = 1 / MathF.Sqrt(size.Depth);
        var wide = size.Batch * size.Heads * size.Depth;
        fixed (float* q = parts.Query.Flat<float>())
        fixed (float* k = parts.Key.Flat<float>())
        fixed (float* v = parts.Value.Flat<float>())
        fixed (float* p = weights.Flat<float>())
        fixed (float* o = result.Flat<float>())
        {
            for (var i = 0; i < size.Batch * size.Heads; i++)
            {
                var scores = p + (nint)i * size.Queries * size.Keys;
                var keys = Head(k, parts.Key, parts.KeyColumn, i, size);
                Gemm.Run(Head(q, parts.Query, 0, i, size), keys.Transposed, scores, size.Keys, accumulate: false);
                var ignored = mask is null ? default : mask.Flat<byte>().Slice(i / size.Heads * size.Keys, size.Keys);
                for (var row = 0; row < size.Queries; row++)
                {
                    Softmax(new Span<float>(scores + (nint)row * size.Keys, size.Keys), ignored, scale);
                }

                var values = Head(v, parts.Value, parts.ValueColumn, i, size);
                var head = o + (nint)(i / size.Heads) * size.Heads * size.Depth + i % size.Heads * size.Depth;
                Gemm.Run(MatrixView.Packed(scores, size.Queries, size.Keys), values, head, wide, accumulate: false);
            }
        }
    }

    private static void Softmax(Span<float> row, ReadOnlySpan<byte> ignored, float scale)
    {
        var largest = float.NegativeInfinity;
        for (var j = 0; j < row.Length; j++)
        {
            row[j] = !ignored.IsEmpty && ignored[j] != 0 ? float.NegativeInfinity : row[j] * scale;
            largest = MathF.Max(largest, row[j]);
        }

        for (var j = 0; j < row.Length; j++)
        {
            row[j] -= largest;
        }

        UnaryKernel.Widest<ExpOp>(ref row[0], ref row[0], row.Length);
        var sum = 0f;
        for (var j = 0; j < row.Length; j++)
        {
            sum += row[j];
        }

        for (var j = 0; j < row.Length; j++)
        {
            row[j] /= sum;
        }
    }
}
