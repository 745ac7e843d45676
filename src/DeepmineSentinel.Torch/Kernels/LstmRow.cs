namespace TorchSharp.Kernels;

/// <summary>Where a row's state, cell and tanh of the cell lie; on the way back the first two hold gradients.</summary>
internal readonly unsafe struct LstmRow
{
    public LstmRow(float* state, float* cell, float* tanhCell)
    {
        State = state;
        Cell = cell;
        TanhCell = tanhCell;
    }

    public float* State { get; }

    public float* Cell { get; }

    public float* TanhCell { get; }
}
