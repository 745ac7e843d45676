using TorchSharp.Kernels;

namespace TorchSharp.Functional;

/// <summary>x W^T + b of rows by a weight in panels; the bias may be null.</summary>
internal readonly unsafe struct Projection(float* panels, float* bias, int inputs, int columns)
{
    /// <summary>Features of a result.</summary>
    public int Columns => columns;

    /// <summary>Projects rows that lie behind one another.</summary>
    public void Run(float* rows, int count, float* to) =>
        Gemm.RunPacked(MatrixView.Packed(rows, count, inputs), panels, columns, GemmTarget.OnRow(bias, to, columns));
}
