namespace TorchSharp.Functional;

/// <summary>Room for the heads of one row of the batch, one behind the other: queries, results, keys, values and one head's weights.</summary>
internal readonly unsafe struct HeadBlocks
{
    private HeadBlocks(float* queries, AttentionSize size, int heads)
    {
        Queries = queries;
        Results = Queries + heads * size.QueryHead;
        Keys = Results + heads * size.QueryHead;
        Values = Keys + heads * size.KeyHead;
        Weights = Values + heads * size.KeyHead;
    }

    private HeadBlocks(HeadBlocks all, AttentionSize size, int head)
    {
        Queries = all.Queries + head * size.QueryHead;
        Results = all.Results + head * size.QueryHead;
        Keys = all.Keys + head * size.KeyHead;
        Values = all.Values + head * size.KeyHead;
        Weights = all.Weights;
    }

    /// <summary>[queries, d] for each head.</summary>
    public float* Queries { get; }

    /// <summary>[queries, d] for each head; on the way back their gradient.</summary>
    public float* Results { get; }

    /// <summary>[keys, d] for each head.</summary>
    public float* Keys { get; }

    /// <summary>[keys, d] for each head.</summary>
    public float* Values { get; }

    /// <summary>[queries, keys with padding] for one head.</summary>
    public float* Weights { get; }

    /// <summary>All heads, in the floats that <see cref="Length"/> counts.</summary>
    public static HeadBlocks In(float* room, AttentionSize size) => new(room, size, size.Heads);

    /// <summary>Floats that all blocks take together.</summary>
    public static int Length(AttentionSize size) =>
        2 * size.Heads * (size.QueryHead + size.KeyHead) + size.WeightsLength;

    /// <summary>The blocks of one head.</summary>
    public HeadBlocks Of(int head, AttentionSize size) => new(this, size, head);
}
