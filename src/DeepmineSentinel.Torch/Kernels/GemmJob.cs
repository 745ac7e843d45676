namespace TorchSharp.Kernels;

/// <summary>A product with B packed: C of n columns in rows of <see cref="Step"/>.</summary>
internal readonly unsafe struct GemmJob
{
    public MatrixView A { get; init; }

    public float* Packed { get; init; }

    public int Columns { get; init; }

    public float* C { get; init; }

    public int Step { get; init; }

    public bool Accumulates { get; init; }
}
