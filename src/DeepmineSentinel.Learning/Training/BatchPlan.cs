using DeepmineSentinel.Learning.Networks;

namespace DeepmineSentinel.Learning.Training;

/// <summary>The order of samples in one epoch, cut into batches; a last batch of one row joins the one before.</summary>
internal sealed class BatchPlan
{
    private readonly int[] order;
    private readonly int batchSize;

    public BatchPlan(int samples, int batchSize, RandomSequence stream)
    {
        this.batchSize = batchSize;
        order = new int[samples];
        for (int i = 0; i < samples; i++)
        {
            order[i] = i;
        }

        stream.Shuffle(order);
    }

    /// <summary>Batches of the epoch.</summary>
    public int Count =>
        order.Length <= batchSize ? 1 : (order.Length / batchSize) + (order.Length % batchSize > 1 ? 1 : 0);

    /// <summary>Rows of a batch.</summary>
    public ReadOnlySpan<int> Rows(int batch)
    {
        int start = batch * batchSize;
        return batch == Count - 1 ? order.AsSpan(start) : order.AsSpan(start, batchSize);
    }
}
