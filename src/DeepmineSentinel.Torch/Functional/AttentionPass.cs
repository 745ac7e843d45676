using TorchSharp.Kernels;

namespace TorchSharp.Functional;

/// <summary>Forward through some of the heads, those of one row of the batch together.</summary>
internal unsafe struct AttentionPass
{
    public AttentionSize Size { get; init; }

    public HeadRows Queries { get; init; }

    public HeadRows Keys { get; init; }

    public HeadRows Values { get; init; }

    /// <summary>Keys to ignore, a byte for each of each batch row, or null.</summary>
    public byte* Ignored { get; init; }

    /// <summary>Where the weights of all heads are kept, or null where nobody asks for them afterwards.</summary>
    public float* Weights { get; init; }

    public HeadRows Results { get; init; }

    public static void Run(void* state, int from, int to)
    {
        var pass = *(AttentionPass*)state;
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
        Keys.Gather(heads, Size.Depth, blocks.Keys);
        Values.Gather(heads, Size.Depth, blocks.Values);
        for (var head = 0; head < heads.Count; head++)
        {
            var weights = Weights == null ? blocks.Weights : Weights + (nint)(index + head) * Size.WeightsLength;
            Head(blocks.Of(head, Size), weights, heads.Row);
        }

        Results.Scatter(heads, Size.Depth, blocks.Results);
    }

    private readonly void Head(HeadBlocks head, float* weights, int row)
    {
        var (queries, keys) = (Size.OfQueries(head.Queries), Size.OfKeys(head.Keys));
        Gemm.RunWide(queries, keys.Transposed, GemmTarget.Fresh(weights, Size.Padded));
        Weigh(weights, Ignored == null ? [] : new(Ignored + (nint)row * Size.Keys, Size.Keys));
        Gemm.Run(Size.Weights(weights), Size.OfKeys(head.Values), GemmTarget.Fresh(head.Results, Size.Depth));
    }

    /// <summary>Scores to weights, the ignored keys and the padding at minus infinity before.</summary>
    private readonly void Weigh(float* scores, ReadOnlySpan<byte> ignored)
    {
        for (var query = 0; query < Size.Queries; query++)
        {
            var row = scores + (nint)query * Size.Padded;
            new Span<float>(row + Size.Keys, Size.Padded - Size.Keys).Fill(float.NegativeInfinity);
            for (var j = 0; j < ignored.Length; j++)
            {
                row[j] = ignored[j] != 0 ? float.NegativeInfinity : row[j];
            }
        }

        AttentionKernel.Softmax(scores, Size.Queries, Size.Padded, 1 / MathF.Sqrt(Size.Depth));
    }
}
