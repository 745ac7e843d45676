using TorchSharp.Autograd;
using TorchSharp.Kernels;
using static TorchSharp.torch;

namespace TorchSharp.Functional;

/// <summary>The way back through attention, head by head.</summary>
internal static unsafe class AttentionBackward
{
    public static void Run(FunctionNode node)
    {
        var state = (AttentionState)node.State!;
        var (query, key, value) = (node.Saved(0), node.Saved(1), node.Saved(2));
        var ofQuery = Tensor.Allocate(query.Sizes, ScalarType.Float32);
        var ofKey = ReferenceEquals(query.Storage, key.Storage)
            ? ofQuery
            : Tensor.Allocate(key.Sizes, ScalarType.Float32);
        var ofValue = ReferenceEquals(key.Storage, value.Storage)
            ? ofKey
            : Tensor.Allocate(value.Sizes, ScalarType.Float32);
        Heads(node, state, new AttentionParts(ofQuery, ofKey, ofValue, state.KeyColumn, state.ValueColumn));
        node.Give(0, ofQuery);
        if (!ReferenceEquals(ofKey, ofQuery))
        {
            node.Give(1, ofKey);
        }

        if (!ReferenceEquals(ofValue, ofKey))
        {
            node.Give(2, ofValue);
        }
    }

    private static void Heads(FunctionNode node, AttentionState state, AttentionParts targets)
    {
        var size = state.Size;
        var gradient = node.Grad.contiguous();
        using var scratch = Tensor.Allocate(
            [size.Queries + size.Depth, size.Padded],
            ScalarType.Float32,
            tracked: false
        );
        fixed (float* g = gradient.Flat<float>())
        fixed (float* p = node.Saved(3).Flat<float>())
        fixed (float* slopes = scratch.Flat<float>())
        {
            for (var i = 0; i < size.Batch * size.Heads; i++)
            {
                var weights = size.Weights(p + (nint)i * size.Queries * size.Padded);
                var outside = AttentionFunction.Head(g, gradient, 0, i, size);
                OfValues(targets, weights, outside, i, size);
                OfScores(node, state, weights, outside, i, slopes);
                OfQueriesAndKeys(node, state, targets, i, slopes);
            }
        }
    }

    private static void OfValues(
        AttentionParts targets,
        MatrixView weights,
        MatrixView outside,
        int i,
        AttentionSize size
    )
    {
        fixed (float* to = targets.Value.Flat<float>())
        {
            var target = AttentionFunction.Head(to, targets.Value, targets.ValueColumn, i, size);
            Gemm.Run(weights.Transposed, outside, target.Data, (int)target.RowStep, accumulate: false);
        }
    }

    /// <summary>Gradient of the scaled scores, scale p (dp - sum(dp p)); behind it in the scratch lie the packed values.</summary>
    private static void OfScores(
        FunctionNode node,
        AttentionState state,
        MatrixView weights,
        MatrixView outside,
        int i,
        float* slopes
    )
    {
        var size = state.Size;
        fixed (float* v = node.Saved(2).Flat<float>())
        {
            var pack = slopes + (nint)size.Queries * size.Padded;
            Gemm.Pack(AttentionFunction.Head(v, node.Saved(2), state.ValueColumn, i, size).Transposed, pack);
            Gemm.RunPacked(outside, pack, size.Padded, slopes, size.Padded, accumulate: false);
        }

        var scale = 1 / MathF.Sqrt(size.Depth);
        for (var query = 0; query < size.Queries; query++)
        {
            nint row = (nint)query * size.Padded;
            AttentionKernel.SoftmaxBackward(weights.Data + row, slopes + row, size.Padded, scale);
        }
    }

    private static void OfQueriesAndKeys(
        FunctionNode node,
        AttentionState state,
        AttentionParts targets,
        int i,
        float* slopes
    )
    {
        var size = state.Size;
        var steps = size.Weights(slopes);
        fixed (float* q = node.Saved(0).Flat<float>())
        fixed (float* k = node.Saved(1).Flat<float>())
        fixed (float* toQuery = targets.Query.Flat<float>())
        fixed (float* toKey = targets.Key.Flat<float>())
        {
            var keys = AttentionFunction.Head(k, node.Saved(1), state.KeyColumn, i, size);
            var ofQuery = AttentionFunction.Head(toQuery, targets.Query, 0, i, size);
            Gemm.Run(steps, keys, ofQuery.Data, (int)ofQuery.RowStep, accumulate: false);
            var queries = AttentionFunction.Head(q, node.Saved(0), 0, i, size);
            var ofKey = AttentionFunction.Head(toKey, targets.Key, state.KeyColumn, i, size);
            Gemm.Run(steps.Transposed, queries, ofKey.Data, (int)ofKey.RowStep, accumulate: false);
        }
    }
}
