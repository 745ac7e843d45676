using TorchSharp.Kernels;
using static TorchSharp.torch;

namespace TorchSharp.Functional;

/// <summary>
/// Where the heads of queries, keys or values lie in a projection [time, batch, width]. Steps of one head are a whole batch
/// apart, often a power of two, so that they push each other out of the cache: heads are copied together before they
/// are multiplied.
/// </summary>
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

    /// <summary>Copies heads of d features one behind the other, [heads, time, d].</summary>
    public void Gather(HeadRange heads, int depth, float* to)
    {
        for (var step = 0; step < steps; step++)
        {
            var from = At(heads, depth, step);
            for (var head = 0; head < heads.Count; head++)
            {
                RowKernel.Copy(from + head * depth, to + ((nint)head * steps + step) * depth, depth);
            }
        }
    }

    /// <summary>Copies heads that lie one behind the other, [heads, time, d], to their places.</summary>
    public void Scatter(HeadRange heads, int depth, float* from)
    {
        for (var step = 0; step < steps; step++)
        {
            var to = At(heads, depth, step);
            for (var head = 0; head < heads.Count; head++)
            {
                RowKernel.Copy(from + ((nint)head * steps + step) * depth, to + head * depth, depth);
            }
        }
    }

    /// <summary>Copies heads of d features, each step's side by side, [time, heads d]; rows of the target beyond stay as they are.</summary>
    public void Gather(HeadRange heads, int depth, MatrixView to)
    {
        for (var step = 0; step < steps; step++)
        {
            RowKernel.Copy(At(heads, depth, step), to.Data + step * to.RowStep, heads.Count * depth);
        }
    }

    /// <summary>Copies heads that lie side by side in each step, [time, heads d], to their places.</summary>
    public void Scatter(HeadRange heads, int depth, MatrixView from)
    {
        for (var step = 0; step < steps; step++)
        {
            RowKernel.Copy(from.Data + step * from.RowStep, At(heads, depth, step), heads.Count * depth);
        }
    }

    /// <summary>Copies whole rows of the batch one behind the other, [rows, time, width].</summary>
    public void GatherRows(int first, int count, float* to)
    {
        for (var step = 0; step < steps; step++)
        {
            for (var row = 0; row < count; row++)
            {
                RowKernel.Copy(At(first + row, step), to + ((nint)row * steps + step) * width, width);
            }
        }
    }

    /// <summary>Copies whole rows of the batch that lie one behind the other, [rows, time, width], to their places.</summary>
    public void ScatterRows(int first, int count, float* from)
    {
        for (var step = 0; step < steps; step++)
        {
            for (var row = 0; row < count; row++)
            {
                RowKernel.Copy(from + ((nint)row * steps + step) * width, At(first + row, step), width);
            }
        }
    }

    private float* At(HeadRange heads, int depth, int step) => At(heads.Row, step) + heads.First * depth;

    private float* At(int row, int step) => data + step * rowStep + (nint)row * width;
}
