namespace TorchSharp.Kernels;

/// <summary>The running means of a parameter; the largest may be null.</summary>
internal readonly unsafe struct AdamMoments
{
    public AdamMoments(float* mean, float* square, float* largest)
    {
        Mean = mean;
        Square = square;
        Largest = largest;
    }

    public float* Mean { get; }

    public float* Square { get; }

    public float* Largest { get; }
}
