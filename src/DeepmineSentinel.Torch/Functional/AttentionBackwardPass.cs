using TorchSharp.Kernels;

namespace TorchSharp.Functional;

/// <summary>Back through some of the heads, each by itself.</summary>
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
        for (var i = from; i < to; i++)
        {
            pass.Head(i, Scratch.Floats(pass.Size.Queries * pass.Size.Padded));
        }
    }

    private readonly void Head(int index, float* slopes)
    {
        var weights = Size.Weights(Weights + (nint)index * Size.Queries * Size.Padded);
        var outside = Outside.At(index, Size);
        Multiply(weights.Transposed, outside, OfValues.At(index, Size));
        Gemm.RunWide(outside, Values.At(index, Size).Transposed, GemmTarget.Fresh(slopes, Size.Padded));
        var scale = 1 / MathF.Sqrt(Size.Depth);
        for (nint row = 0; row < (nint)Size.Queries * Size.Padded; row += Size.Padded)
        {
            AttentionKernel.SoftmaxBackward(weights.Data + row, slopes + row, Size.Padded, scale);
        }

        var ofScores = Size.Weights(slopes);
        Multiply(ofScores, Keys.At(index, Size), OfQueries.At(index, Size));
        Multiply(ofScores.Transposed, Queries.At(index, Size), OfKeys.At(index, Size));
    }

    private static void Multiply(MatrixView a, MatrixView b, MatrixView target) =>
        Gemm.Run(a, b, GemmTarget.Fresh(target.Data, target.RowStep));
}
