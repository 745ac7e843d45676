namespace TorchSharp.Kernels;

/// <summary>Rows of A over one block of depth, where they lie or copied into tiles.</summary>
internal readonly unsafe struct GemmPart
{
    private readonly int tile;

    public GemmPart(float* data, nint rowStep, nint columnStep, int depth)
    {
        Data = data;
        RowStep = rowStep;
        ColumnStep = columnStep;
        Depth = depth;
    }

    /// <summary>Tiles of so many rows: for each column of A the tile's rows.</summary>
    public GemmPart(float* data, int tile, int depth)
        : this(data, 1, tile, depth)
    {
        this.tile = tile;
    }

    public float* Data { get; }

    public nint RowStep { get; }

    public nint ColumnStep { get; }

    public int Depth { get; }

    public bool IsTiled => tile > 0;

    /// <summary>Where a block of rows begins; a block lies within one tile.</summary>
    public float* Block(int row) =>
        tile == 0 ? Data + row * RowStep : Data + (nint)(row / tile) * tile * Depth + row % tile;
}
