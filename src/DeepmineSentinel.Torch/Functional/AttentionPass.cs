using TorchSharp.Kernels;

namespace TorchSharp.Functional;

/// <summary>Forward through some of the heads, each by itself.</summary>
internal unsafe struct AttentionPass
{
    public AttentionSize Size { get; init; }

    public HeadRows Queries { get; init; }

    public HeadRows Keys { get; init; }

    public HeadRows Values { get; init; }

    /// <summary>Keys to ignore, a byte for each of each batch row, or null.</summary>
    public byte* Ignored { get; init; }

    public float* Weights { get; init; }

    public HeadRows Results { get; init; }

    public static void Run(void* state, int from, int to)
    {
        var pass = *(AttentionPass*)state;
        for (var i = from; i < to; i++)
        {
            pass.Head(i);
        }
    }

    private readonly void Head(int index)
    {
        var scores = Weights + (nint)index * Size.Queries * Size.Padded;
        Gemm.RunWide(Queries.At(index, Size), Keys.At(index, Size).Transposed, GemmTarget.Fresh(scores, Size.Padded));
        Weigh(scores, Ignored == null ? [] : new(Ignored + index / Size.Heads * Size.Keys, Size.Keys));
        var result = Results.At(index, Size);
        Gemm.Run(Size.Weights(scores), Values.At(index, Size), GemmTarget.Fresh(result.Data, result.RowStep));
    }

    /// <summary>Scores to weights, the ignored keys and the padding at minus infinity before.</summary>
    private readonly void Weigh(float* scores, ReadOnlySpan<byte> ignored)
    {
        var scale = 1 / MathF.Sqrt(Size.Depth);
        for (var query = 0; query < Size.Queries; query++)
        {
            var row = scores + (nint)query * Size.Padded;
            new Span<float>(row + Size.Keys, Size.Padded - Size.Keys).Fill(float.NegativeInfinity);
            for (var j = 0; j < ignored.Length; j++)
            {
                row[j] = ignored[j] != 0 ? float.NegativeInfinity : row[j];
            }

            AttentionKernel.Softmax(row, Size.Padded, scale);
        }
    }
}
