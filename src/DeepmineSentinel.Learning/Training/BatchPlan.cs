using DeepmineSentinel.Learning.Networks;

namespace DeepmineSentinel.Learning.Training;

/// <summary>
/// The order of samples in one epoch, cut into batches; a last batch of one row joins the one before. Windows of a stope repeat
/// each other, so of many samples an epoch takes some at random: validation must come before a stope is learnt by heart.
/// </summary>
internal sealed class BatchPlan
{
    /// <summary>Most samples in an epoch.</summary>
    public const int MostSamples = 4_096;

    private readonly int[] order;
    private readonly int batchSize;

    public BatchPlan(int samples, int batchSize, RandomSequence stream)
    {
        this.batchSize = batchSize;
        int[] all = [.. Enumerable.Range(0, samples)];
        stream.Shuffle(all);
        order = all[..Math.Min(samples, MostSamples)];
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
