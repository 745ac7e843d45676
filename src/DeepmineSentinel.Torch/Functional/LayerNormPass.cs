using TorchSharp.Kernels;

namespace TorchSharp.Functional;

/// <summary>Layer normalisation of some rows there and back, each by itself.</summary>
internal unsafe struct LayerNormPass
{
    public int Width { get; init; }

    public float Eps { get; init; }

    /// <summary>Inputs; on the way back the gradients of the results.</summary>
    public float* From { get; init; }

    public float* Normal { get; init; }

    public float* Scales { get; init; }

    public float* Weight { get; init; }

    public float* Bias { get; init; }

    /// <summary>Results; on the way back the gradients of the inputs.</summary>
    public float* To { get; init; }

    /// <summary>Rows that a thread takes at least.</summary>
    public readonly int Grain => Threads.Grain(12L * Width, 1);

    public static void Forward(void* state, int from, int to)
    {
        var pass = *(LayerNormPass*)state;
        for (var i = from; i < to; i++)
        {
            nint start = (nint)i * pass.Width;
            var normal = pass.Normal + start;
            pass.Scales[i] = NormKernel.Normalise(pass.From + start, normal, pass.Width, pass.Eps);
            NormKernel.Scale(normal, pass.Weight, pass.Bias, pass.To + start, pass.Width);
        }
    }

    public static void Backward(void* state, int from, int to)
    {
        var pass = *(LayerNormPass*)state;
        for (var i = from; i < to; i++)
        {
            nint start = (nint)i * pass.Width;
            var result = pass.To + start;
            NormKernel.Scale(pass.From + start, pass.Weight, null, result, pass.Width);
            NormKernel.Backward(result, pass.Normal + start, pass.Width, pass.Scales[i]);
        }
    }
}
