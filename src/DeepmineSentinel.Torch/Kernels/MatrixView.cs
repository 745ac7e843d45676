namespace TorchSharp.Kernels;

/// <summary>A matrix of floats in memory that the caller keeps in place, with any steps.</summary>
internal readonly unsafe struct MatrixView
{
    public MatrixView(float* data, int rows, int columns, nint rowStep, nint columnStep)
    {
        Data = data;
        Rows = rows;
        Columns = columns;
        RowStep = rowStep;
        ColumnStep = columnStep;
    }

    public float* Data { get; }

    public int Rows { get; }

    public int Columns { get; }

    public nint RowStep { get; }

    public nint ColumnStep { get; }

    /// <summary>Behind the last row.</summary>
    public float* End => Data + Rows * RowStep;

    public MatrixView Transposed => new(Data, Columns, Rows, ColumnStep, RowStep);

    /// <summary>What lies from a row and a column on.</summary>
    public MatrixView From(int row, int column) =>
        new(Data + row * RowStep + column * ColumnStep, Rows - row, Columns - column, RowStep, ColumnStep);

    /// <summary>Rows behind one another.</summary>
    public static MatrixView Packed(float* data, int rows, int columns) => new(data, rows, columns, columns, 1);
}
