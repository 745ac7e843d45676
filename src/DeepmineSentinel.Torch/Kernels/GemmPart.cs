namespace TorchSharp.Kernels;

/// <summary>Rows of A over one block of depth.</summary>
internal readonly unsafe struct GemmPart
{
    public GemmPart(float* data, nint rowStep, nint columnStep, int depth)
    {
        Data = data;
        RowStep = rowStep;
        ColumnStep = columnStep;
        Depth = depth;
    }

    public float* Data { get; }

    public nint RowStep { get; }

    public nint ColumnStep { get; }

    public int Depth { get; }
}
