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
        var weights = Tensor.Allocate([size.Batch, heads, size.Queries, size.Padded], ScalarType.Float32);
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
        var wide = size.Batch * size.Heads * size.Depth;
        using var scratch = Tensor.Allocate([size.Depth, size.Padded], ScalarType.Float32, tracked: false);
        fixed (float* q = parts.Query.Flat<float>())
        fixed (float* k = parts.Key.Flat<float>())
        fixed (float* v = parts.Value.Flat<float>())
        fixed (float* pack = scratch.Flat<float>())
        fixed (float* p = weights.Flat<float>())
        fixed (float* o = result.Flat<float>())
        {
            for (var i = 0; i < size.Batch * size.Heads; i++)
            {
                var scores = p + (nint)i * size.Queries * size.Padded;
                Gemm.Pack(Head(k, parts.Key, parts.KeyColumn, i, size).Transposed, pack);
                Gemm.RunPacked(
                    Head(q, parts.Query, 0, i, size),
                    pack,
                    size.Padded,
                    scores,
                    size.Padded,
                    accumulate: false
                );
                var ignored = mask is null ? default : mask.Flat<byte>().Slice(i / size.Heads * size.Keys, size.Keys);
                Weigh(scores, ignored, size);
                var values = Head(v, parts.Value, parts.ValueColumn, i, size);
                var head = o + (nint)(i / size.Heads) * size.Heads * size.Depth + i % size.Heads * size.Depth;
                Gemm.Run(size.Weights(scores), values, head, wide, accumulate: false);
            }
        }
    }

    /// <summary>Scores to weights, the ignored keys and the padding at minus infinity before.</summary>
    private static void Weigh(float* scores, ReadOnlySpan<byte> ignored, AttentionSize size)
    {
        var scale = 1 / MathF.Sqrt(size.Depth);
        for (var query = 0; query < size.Queries; query++)
        {
            var row = scores + (nint)query * size.Padded;
            new Span<float>(row + size.Keys, size.Padded - size.Keys).Fill(float.NegativeInfinity);
            for (var j = 0; j < ignored.Length; j++)
            {
                row[j] = ignored[j] != 0 ? float.NegativeInfinity : row[j];
            }

            AttentionKernel.Softmax(row, size.Padded, scale);
        }
    }
}
