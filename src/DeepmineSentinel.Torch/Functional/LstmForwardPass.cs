using TorchSharp.Kernels;

namespace TorchSharp.Functional;

/// <summary>Rows of a batch go through all steps by themselves, so that threads need not meet at each step.</summary>
internal unsafe struct LstmForwardPass
{
    public LstmSize Size { get; init; }

    /// <summary>The recurrent weights in panels.</summary>
    public float* Packed { get; init; }

    public float* FirstState { get; init; }

    public float* FirstCell { get; init; }

    /// <summary>The inputs' share of the gates; becomes the activated gates.</summary>
    public float* Gates { get; init; }

    /// <summary>Where the first step's states, cells and tanh of cells go; the others follow.</summary>
    public LstmRow Places { get; init; }

    public static void Run(void* state, int from, int to)
    {
        var pass = *(LstmForwardPass*)state;
        for (var t = 0; t < pass.Size.Steps; t++)
        {
            pass.Step(t, from, to);
        }
    }

    private readonly void Step(int t, int from, int to)
    {
        var n = Size.Hidden;
        var first = (nint)from * n;
        var at = (nint)t * Size.StepLength + first;
        var end = at + (nint)(to - from) * n;
        var stateBefore = t == 0 ? FirstState + first : Places.State + at - Size.StepLength;
        var cellBefore = t == 0 ? FirstCell + first : Places.Cell + at - Size.StepLength;
        var before = MatrixView.Packed(stateBefore, to - from, n);
        Gemm.RunPacked(before, Packed, 4 * n, Gates + 4 * at, 4 * n, accumulate: true);
        for (var row = at; row < end; row += n)
        {
            var place = new LstmRow(Places.State + row, Places.Cell + row, Places.TanhCell + row);
            LstmKernel.Forward(Gates + 4 * row, cellBefore + row - at, place, n);
        }
    }
}
