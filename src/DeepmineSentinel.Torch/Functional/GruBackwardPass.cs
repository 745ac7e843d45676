using TorchSharp.Kernels;

namespace TorchSharp.Functional;

/// <summary>Rows of a batch go back through all steps by themselves.</summary>
internal unsafe struct GruBackwardPass
{
    public RecurrentSize Size { get; init; }

    /// <summary>The recurrent weights in panels, the other way round than forward.</summary>
    public float* Packed { get; init; }

    /// <summary>Gradients of all states that came from outside, or null.</summary>
    public float* Outside { get; init; }

    public float* FirstState { get; init; }

    public float* States { get; init; }

    /// <summary>Activated gates and recurrent sums of all steps; its state before is not used.</summary>
    public GruRow Sums { get; init; }

    /// <summary>Where the gradients of the inputs' and of the recurrent sums go, and the gradient of the state as the walk goes.</summary>
    public GruRow Slopes { get; init; }

    public static void Run(void* state, int from, int to)
    {
        var pass = *(GruBackwardPass*)state;
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
            RowKernel.Add(Slopes.Before + first, Outside + at + first, (int)(end - first));
        }

        var before = t == 0 ? FirstState : States + at - Size.StepLength;
        for (var row = first; row < end; row += n)
        {
            var place = 3 * (at + row);
            GruKernel.Backward(
                new GruRow(Sums.Gates + place, Sums.Recurrent + place, before + row),
                new GruRow(Slopes.Gates + place, Slopes.Recurrent + place, Slopes.Before + row),
                n
            );
        }

        var slopes = MatrixView.Packed(Slopes.Recurrent + 3 * (at + first), to - from, 3 * n);
        Gemm.RunPacked(slopes, Packed, n, GemmTarget.Added(Slopes.Before + first, n));
    }
}
