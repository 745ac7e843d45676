using TorchSharp.Kernels;

namespace TorchSharp.Functional;

/// <summary>Rows of a batch go through all steps by themselves, so that threads need not meet at each step.</summary>
internal unsafe struct GruForwardPass
{
    public RecurrentSize Size { get; init; }

    /// <summary>The recurrent weights in panels.</summary>
    public float* Packed { get; init; }

    public float* FirstState { get; init; }

    /// <summary>The inputs' share of the gates; becomes the activated gates.</summary>
    public float* Gates { get; init; }

    /// <summary>The recurrent biases, or null.</summary>
    public float* Bias { get; init; }

    /// <summary>Where the states' share of the gates goes.</summary>
    public float* Recurrent { get; init; }

    public float* States { get; init; }

    public static void Run(void* state, int from, int to)
    {
        var pass = *(GruForwardPass*)state;
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
        var before = t == 0 ? FirstState + first : States + at - Size.StepLength;
        var rows = MatrixView.Packed(before, to - from, n);
        Gemm.RunPacked(rows, Packed, 3 * n, GemmTarget.OnRow(Bias, Recurrent + 3 * at, 3 * n));
        for (nint row = 0; row < (nint)(to - from) * n; row += n)
        {
            var place = new GruRow(Gates + 3 * (at + row), Recurrent + 3 * (at + row), before + row);
            GruKernel.Forward(place, States + at + row, n);
        }
    }
}
