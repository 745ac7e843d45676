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
        var (size, gradient) = (state.Size, node.Grad.contiguous());
        fixed (float* q = node.Saved(0).Flat<float>())
        fixed (float* k = node.Saved(1).Flat<float>())
        fixed (float* v = node.Saved(2).Flat<float>())
        fixed (float* p = node.Saved(3).Flat<float>())
        fixed (float* g = gradient.Flat<float>())
        fixed (float* ofQuery = targets.Query.Flat<float>())
        fixed (float* ofKey = targets.Key.Flat<float>())
        fixed (float* ofValue = targets.Value.Flat<float>())
        {
            var pass = new AttentionBackwardPass
            {
                Size = size,
                Queries = new HeadRows(q, node.Saved(0), 0),
                Keys = new HeadRows(k, node.Saved(1), state.KeyColumn),
                Values = new HeadRows(v, node.Saved(2), state.ValueColumn),
                Weights = p,
                Outside = new HeadRows(g, gradient, 0),
                OfQueries = new HeadRows(ofQuery, targets.Query, 0),
                OfKeys = new HeadRows(ofKey, targets.Key, state.KeyColumn),
                OfValues = new HeadRows(ofValue, targets.Value, state.ValueColumn),
            };
            Threads.Run(&AttentionBackwardPass.Run, &pass, size.Batch * size.Heads, size.Grain);
        }
    }
}
