using TorchSharp.Kernels;

namespace TorchSharp.Functional;

/// <summary>
/// Rows of a batch go through all steps by themselves, so that threads need not meet at each step, and few at a time, so
/// that their gates are still in the cache when they are activated.
/// </summary>
internal unsafe struct LstmForwardPass
{
    /// <summary>Whole blocks of rows of every kernel of products.</summary>
    private const int RowsAtATime = 24;

    public RecurrentSize Size { get; init; }

    /// <summary>All steps' inputs.</summary>
    public float* Inputs { get; init; }

    /// <summary>The input weights in panels, or null where the gates hold the inputs' share already.</summary>
    public float* PackedInput { get; init; }

    /// <summary>The sum of both biases, or null.</summary>
    public float* Bias { get; init; }

    /// <summary>The recurrent weights in panels.</summary>
    public float* PackedRecurrent { get; init; }

    public float* FirstState { get; init; }

    public float* FirstCell { get; init; }

    /// <summary>All steps' gates, which become the activated ones; null where nobody asks for them afterwards.</summary>
    public float* Gates { get; init; }

    /// <summary>Where the first step's states, cells and tanh of cells go; the others follow.</summary>
    public LstmRow Places { get; init; }

    /// <summary>Whether cells and tanh of all steps are kept, or each step's cells written over those before.</summary>
    public bool KeepsCells { get; init; }

    public static void Run(void* state, int from, int to)
    {
        var pass = *(LstmForwardPass*)state;
        var room = pass.Gates == null ? Scratch.Floats(4 * RowsAtATime * pass.Size.Hidden) : null;
        for (var first = from; first < to; first += RowsAtATime)
        {
            for (var t = 0; t < pass.Size.Steps; t++)
            {
                pass.Step(t, first, Math.Min(first + RowsAtATime, to), room);
            }
        }
    }

    private readonly void Step(int t, int from, int to, float* room)
    {
        var n = Size.Hidden;
        var rows = to - from;
        var start = (nint)from * n;
        var at = (nint)t * Size.StepLength + start;
        var gates = Gates == null ? room : Gates + 4 * at;
        if (PackedInput != null)
        {
            var inputs = Inputs + ((nint)t * Size.Batch + from) * Size.Inputs;
            var target = GemmTarget.OnRow(Bias, gates, 4 * n);
            Gemm.RunPacked(MatrixView.Packed(inputs, rows, Size.Inputs), PackedInput, 4 * n, target);
        }

        var before = MatrixView.Packed(t == 0 ? FirstState + start : Places.State + at - Size.StepLength, rows, n);
        Gemm.RunPacked(before, PackedRecurrent, 4 * n, GemmTarget.Added(gates, 4 * n));
        Activate(t, rows * n, start, gates);
    }

    private readonly void Activate(int t, nint length, nint start, float* gates)
    {
        var at = (nint)t * Size.StepLength + start;
        var kept = KeepsCells ? at : start;
        var cellBefore =
            t == 0 ? FirstCell + start
            : KeepsCells ? Places.Cell + kept - Size.StepLength
            : Places.Cell + kept;
        for (nint row = 0; row < length; row += Size.Hidden)
        {
            var place = new LstmRow(Places.State + at + row, Places.Cell + kept + row, Places.TanhCell + kept + row);
            LstmKernel.Forward(gates + 4 * row, cellBefore + row, place, Size.Hidden);
        }
    }
}
