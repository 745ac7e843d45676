using TorchSharp.Kernels;
using static TorchSharp.torch;

namespace TorchSharp.Functional;

/// <summary>Where the heads of queries, keys or values lie in a projection [time, batch, width].</summary>
internal readonly unsafe struct HeadRows
{
    private readonly float* data;
    private readonly int steps;
    private readonly int width;
    private readonly nint rowStep;

    /// <summary>The heads from a column of a contiguous tensor on; the caller keeps the tensor in place.</summary>
    public HeadRows(float* start, Tensor source, int column)
    {
        data = start + column;
        steps = (int)source.Sizes[0];
        width = (int)source.Sizes[2];
        rowStep = (nint)(source.Sizes[1] * source.Sizes[2]);
    }

    /// <summary>One head of one batch row: [time, d].</summary>
    public MatrixView At(int index, AttentionSize size)
    {
        var (row, head) = (index / size.Heads, index % size.Heads);
        return new MatrixView(data + (nint)row * width + head * size.Depth, steps, size.Depth, rowStep, 1);
    }
}
