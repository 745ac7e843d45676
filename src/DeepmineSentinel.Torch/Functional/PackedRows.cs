using static TorchSharp.torch;

namespace TorchSharp.Functional;

/// <summary>How packed rows lie: step after step, each with the rows that are still running, longest first.</summary>
internal sealed class PackedRows
{
    /// <summary>From the number of rows at each step, which never grows.</summary>
    public PackedRows(ReadOnlySpan<long> batchSizes)
    {
        var blocks = new List<Block>();
        long start = 0;
        foreach (var rows in batchSizes)
        {
            if (blocks.Count > 0 && blocks[^1].Rows == rows)
            {
                blocks[^1] = blocks[^1] with { Steps = blocks[^1].Steps + 1 };
            }
            else
            {
                blocks.Add(new Block(start, 1, rows));
            }

            start += rows;
        }

        Blocks = blocks;
    }

    /// <summary>Steps with equally many rows.</summary>
    public IReadOnlyList<Block> Blocks { get; }

    /// <summary>Some steps of the same rows, from a packed row on.</summary>
    public readonly record struct Block(long Start, long Steps, long Rows)
    {
        public long Count => Steps * Rows;

        /// <summary>[packed rows, features] to [steps, rows, features].</summary>
        public Tensor Of(Tensor data) => data.narrow(0, Start, Count).reshape(Steps, Rows, -1);
    }
}
