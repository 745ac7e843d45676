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
        using var ignored = mask?.PackedAlias();
        if (!Tape.Watches([parts.Query, parts.Key, parts.Value]))
        {
            Forward(parts, ignored, size, null, result);
            return result;
        }

        var weights = Tensor.Allocate([size.Batch, heads, size.Queries, size.Padded], ScalarType.Float32);
        Forward(parts, ignored, size, weights, result);
        Tape.Record(
            [result],
            [parts.Query, parts.Key, parts.Value],
            [parts.Query, parts.Key, parts.Value, weights],
            new(static b => AttentionBackward.Run(b), new AttentionState(size, parts.KeyColumn, parts.ValueColumn))
        );
        return result;
    }

    private static void Forward(AttentionParts parts, Tensor? mask, AttentionSize size, Tensor? weights, Tensor result)
    {
        fixed (float* q = parts.Query.Flat<float>())
        fixed (float* k = parts.Key.Flat<float>())
        fixed (float* v = parts.Value.Flat<float>())
        fixed (byte* ignored = mask is null ? [] : mask.Flat<byte>())
        fixed (float* p = weights is null ? [] : weights.Flat<float>())
        fixed (float* o = result.Flat<float>())
        {
            var pass = new AttentionPass
            {
                Size = size,
                Queries = new HeadRows(q, parts.Query, 0),
                Keys = new HeadRows(k, parts.Key, parts.KeyColumn),
                Values = new HeadRows(v, parts.Value, parts.ValueColumn),
                Ignored = ignored,
                Weights = p,
                Results = new HeadRows(o, result, 0),
            };
            Threads.Run(&AttentionPass.Run, &pass, size.Batch * size.Heads, size.Grain);
        }
    }
}
