namespace TorchSharp.Kernels;

/// <summary>A product with B packed; C has so many columns.</summary>
internal readonly unsafe struct GemmJob
{
    public MatrixView A { get; init; }

    public float* Packed { get; init; }

    public int Columns { get; init; }

    public GemmTarget C { get; init; }
}
