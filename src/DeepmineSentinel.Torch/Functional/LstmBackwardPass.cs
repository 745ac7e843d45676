using TorchSharp.Kernels;

namespace TorchSharp.Functional;

/// <summary>Rows of a batch go back through all steps by themselves.</summary>
internal unsafe struct LstmBackwardPass
{
    public RecurrentSize Size { get; init; }

    /// <summary>Whether anybody asks for the gradient of the first state.</summary>
    public bool GivesFirst { get; init; }

    /// <summary>The recurrent weights in panels, the other way round than forward.</summary>
    public float* Packed { get; init; }

    /// <summary>Gradients of all states that came from outside, or null.</summary>
    public float* Outside { get; init; }

    public float* FirstCell { get; init; }

    public float* Gates { get; init; }

    /// <summary>Where the gradients of the gate sums go.</summary>
    public float* Slopes { get; init; }

    public float* Cells { get; init; }

    /// <summary>Gradients of the state and the cell as the walk goes, and the tanh of all cells.</summary>
    public LstmRow Places { get; init; }

    public static void Run(void* state, int from, int to)
    {
        var pass = *(LstmBackwardPass*)state;
        for (var t = pass.Size.Steps - 1; t >= 0; t--)
        {
            pass.Step(t, from, to);
        }
    }

    private readonly void Step(int t, int from, int to)
    {
        var n = Size.Hidden;
        var first = (nint)from * n;
        var end = (nint)to * n;
        var at = (nint)t * Size.StepLength;
        if (Outside != null)
        {
            RowKernel.Add(Places.State + first, Outside + at + first, (int)(end - first));
        }

        var cellBefore = t == 0 ? FirstCell : Cells + at - Size.StepLength;
        for (var row = first; row < end; row += n)
        {
            var place = new LstmRow(Places.State + row, Places.Cell + row, Places.TanhCell + at + row);
            LstmKernel.Backward(Gates + 4 * (at + row), Slopes + 4 * (at + row), cellBefore + row, place, n);
        }

        if (t == 0 && !GivesFirst)
        {
            return;
        }

        var steps = MatrixView.Packed(Slopes + 4 * (at + first), to - from, 4 * n);
        Gemm.RunPacked(steps, Packed, n, GemmTarget.Fresh(Places.State + first, n));
    }
}
