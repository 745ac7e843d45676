namespace TorchSharp.Kernels;

/// <summary>The running means of a parameter; the largest may be empty.</summary>
internal readonly ref struct AdamMoments
{
    public AdamMoments(Span<float> mean, Span<float> square, Span<float> largest)
    {
        Mean = mean;
        Square = square;
        Largest = largest;
    }

    public Span<float> Mean { get; }

    public Span<float> Square { get; }

    public Span<float> Largest { get; }
}
