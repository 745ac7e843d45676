using TorchSharp.Kernels;

namespace TorchSharp.Functional;

/// <summary>Back through some of the heads, those of one row of the batch together.</summary>
internal unsafe struct AttentionBackwardPass
{
    public AttentionSize Size { get; init; }

    public HeadRows Queries { get; init; }

    public HeadRows Keys { get; init; }

    public HeadRows Values { get; init; }

    public float* Weights { get; init; }

    /// <summary>The gradient of the joined heads.</summary>
    public HeadRows Outside { get; init; }

    public HeadRows OfQueries { get; init; }

    public HeadRows OfKeys { get; init; }

    public HeadRows OfValues { get; init; }

    public static void Run(void* state, int from, int to)
    {
        var pass = *(AttentionBackwardPass*)state;
        var blocks = HeadBlocks.In(Scratch.Floats(HeadBlocks.Length(pass.Size)), pass.Size);
        for (var i = from; i < to; )
        {
            var heads = HeadRange.From(i, to, pass.Size.Heads);
            pass.Row(heads, i, blocks);
            i += heads.Count;
        }
    }

    private readonly void Row(HeadRange heads, int index, HeadBlocks blocks)
    {
        Queries.Gather(heads, Size.Depth, blocks.Queries);
        Outside.Gather(heads, Size.Depth, blocks.Results);
        Keys.Gather(heads, Size.Depth, blocks.Keys);
        Values.Gather(heads, Size.Depth, blocks.Values);
        for (var head = 0; head < heads.Count; head++)
        {
            Head(blocks.Of(head, Size), Weights + (nint)(index + head) * Size.WeightsLength);
        }

        OfQueries.Scatter(heads, Size.Depth, blocks.Results);
        OfKeys.Scatter(heads, Size.Depth, blocks.Keys);
        OfValues.Scatter(heads, Size.Depth, blocks.Values);
    }

    /// <summary>Each gradient goes where a factor was that is no longer needed: that of the queries to the results' place.</summary>
    private readonly void Head(HeadBlocks head, float* kept)
    {
        var (queries, outside) = (Size.OfQueries(head.Queries), Size.OfQueries(head.Results));
        var (keys, values) = (Size.OfKeys(head.Keys), Size.OfKeys(head.Values));
        var (weights, slopes) = (Size.Weights(kept), Size.Weights(head.Weights));
        Gemm.RunWide(outside, values.Transposed, GemmTarget.Fresh(slopes.Data, Size.Padded));
        var scale = 1 / MathF.Sqrt(Size.Depth);
        for (nint row = 0; row < Size.WeightsLength; row += Size.Padded)
        {
            AttentionKernel.SoftmaxBackward(kept + row, slopes.Data + row, Size.Padded, scale);
        }

        Multiply(weights.Transposed, outside, values);
        Multiply(slopes, keys, outside);
        Multiply(slopes.Transposed, queries, keys);
    }

    private static void Multiply(MatrixView a, MatrixView b, MatrixView target) =>
        Gemm.Run(a, b, GemmTarget.Fresh(target.Data, target.RowStep));
}
