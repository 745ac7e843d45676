using static TorchSharp.torch;

namespace TorchSharp.Functional;

/// <summary>Attention from elementary operations: where weights are wanted or dropped, or scores are masked.</summary>
internal static class PlainAttention
{
    /// <summary>The joined heads [L, B, E] and the weights [B, heads, L, S].</summary>
    public static (Tensor Joined, Tensor Weights) Run(
        AttentionParts parts,
        AttentionMasks masks,
        int heads,
        double dropout
    )
    {
        var width = (int)parts.Value.Sizes[2] - parts.ValueColumn;
        var q = Heads(parts.Query, 0, heads, width);
        var k = Heads(parts.Key, parts.KeyColumn, heads, width);
        var v = Heads(parts.Value, parts.ValueColumn, heads, width);
        var scores = q.matmul(k.mT).mul(1 / Math.Sqrt(width / heads));
        if (masks.Scores is { } mask)
        {
            var shaped = mask.Sizes.Length == 3 ? mask.view(scores.Sizes) : mask;
            scores =
                mask.dtype == ScalarType.Bool
                    ? scores.masked_fill(shaped, double.NegativeInfinity)
                    : scores.add(shaped);
        }

        if (masks.Keys is { } keys)
        {
            scores = scores.masked_fill(keys.unsqueeze(1).unsqueeze(1), double.NegativeInfinity);
        }

        var weights = scores.softmax(-1);
        if (dropout > 0)
        {
            weights = nn.functional.dropout(weights, dropout);
        }

        var joined = weights.matmul(v).permute(2, 0, 1, 3);
        return (joined.reshape(parts.Query.Sizes[0], parts.Query.Sizes[1], width), weights);
    }

    /// <summary>[T, B, n E] to [B, heads, T, d].</summary>
    private static Tensor Heads(Tensor source, int column, int heads, int width) =>
        source
            .narrow(2, column, width)
            .reshape(source.Sizes[0], source.Sizes[1], heads, width / heads)
            .permute(1, 2, 0, 3);
}
