using TorchSharp.Autograd;
using TorchSharp.Kernels;
using static TorchSharp.torch;

namespace TorchSharp.Functional;

/// <summary>The way back through one LSTM layer: step by step for the gates, then one product for each weight.</summary>
internal static unsafe class LstmBackward
{
    private const int Input = 0;
    private const int InputWeight = 1;
    private const int RecurrentWeight = 2;
    private const int FirstState = 3;
    private const int FirstCell = 4;
    private const int Gates = 5;
    private const int Output = 6;
    private const int Cells = 7;
    private const int Tanhs = 8;

    public static void Run(FunctionNode node)
    {
        var size = (RecurrentSize)node.State!;
        var slopes = Tensor.Allocate([size.Steps, size.Batch, 4 * size.Hidden], ScalarType.Float32);
        var state = StartOf(node.Gradients[1], size);
        var cell = StartOf(node.Gradients[2], size);
        Unroll(node, size, slopes, state, cell);
        GiveInputs(node, size, slopes);
        GiveRecurrent(node, size, slopes);
        if (node.Needs(3))
        {
            var sum = Tensor.Allocate([4 * size.Hidden], ScalarType.Float32);
            RowKernel.SumRows(slopes.Flat<float>(), sum.Flat<float>());
            // A handle for each, as whoever gets the first may dispose of it.
            using var again = sum.Alias();
            node.Give(3, sum);
            node.Give(4, again);
        }

        node.Give(5, state);
        node.Give(6, cell);
    }

    private static Tensor StartOf(Tensor? gradient, RecurrentSize size) =>
        gradient is null ? zeros([size.Batch, size.Hidden]) : gradient.contiguous().clone();

    /// <summary>From the last step to the first; leaves the gradients of first state and cell in their buffers.</summary>
    private static void Unroll(FunctionNode node, RecurrentSize size, Tensor slopes, Tensor state, Tensor cell)
    {
        var wide = 4 * size.Hidden;
        var given = node.Gradients[0]?.contiguous();
        using var packed = Tensor.Allocate([Gemm.PackedLength(wide, size.Hidden)], ScalarType.Float32, tracked: false);
        fixed (float* outside = given is null ? [] : given.Flat<float>())
        fixed (float* w = node.Saved(RecurrentWeight).Flat<float>())
        fixed (float* pack = packed.Flat<float>())
        fixed (float* g = node.Saved(Gates).Flat<float>())
        fixed (float* d = slopes.Flat<float>())
        fixed (float* c = node.Saved(Cells).Flat<float>())
        fixed (float* c0 = node.Saved(FirstCell).Flat<float>())
        fixed (float* tanh = node.Saved(Tanhs).Flat<float>())
        fixed (float* ofState = state.Flat<float>())
        fixed (float* ofCell = cell.Flat<float>())
        {
            Gemm.Pack(MatrixView.Packed(w, wide, size.Hidden), pack);
            var pass = new LstmBackwardPass
            {
                Size = size,
                GivesFirst = node.Needs(5),
                Packed = pack,
                Outside = outside,
                FirstCell = c0,
                Gates = g,
                Slopes = d,
                Cells = c,
                Places = new LstmRow(ofState, ofCell, tanh),
            };
            Threads.Run(&LstmBackwardPass.Run, &pass, size.Batch, size.Grain);
        }
    }

    private static void GiveInputs(FunctionNode node, RecurrentSize size, Tensor slopes)
    {
        var (rows, wide) = (size.Steps * size.Batch, 4 * size.Hidden);
        fixed (float* d = slopes.Flat<float>())
        fixed (float* x = node.Saved(Input).Flat<float>())
        fixed (float* w = node.Saved(InputWeight).Flat<float>())
        {
            var all = MatrixView.Packed(d, rows, wide);
            if (node.Needs(0))
            {
                var result = Tensor.Allocate(node.InputSizes(0), ScalarType.Float32);
                fixed (float* to = result.Flat<float>())
                {
                    Gemm.Run(all, MatrixView.Packed(w, wide, size.Inputs), GemmTarget.Fresh(to, size.Inputs));
                }

                node.Give(0, result);
            }

            if (node.Needs(1))
            {
                var result = Tensor.Allocate(node.InputSizes(1), ScalarType.Float32);
                fixed (float* to = result.Flat<float>())
                {
                    var inputs = MatrixView.Packed(x, rows, size.Inputs);
                    Gemm.Run(all.Transposed, inputs, GemmTarget.Fresh(to, size.Inputs));
                }

                node.Give(1, result);
            }
        }
    }

    /// <summary>Every step's slopes times the states before it: the first state, then all outputs but the last.</summary>
    private static void GiveRecurrent(FunctionNode node, RecurrentSize size, Tensor slopes)
    {
        if (!node.Needs(2))
        {
            return;
        }

        var wide = 4 * size.Hidden;
        var result = Tensor.Allocate(node.InputSizes(2), ScalarType.Float32);
        fixed (float* d = slopes.Flat<float>())
        fixed (float* h0 = node.Saved(FirstState).Flat<float>())
        fixed (float* h = node.Saved(Output).Flat<float>())
        fixed (float* to = result.Flat<float>())
        {
            var first = MatrixView.Packed(d, size.Batch, wide).Transposed;
            Gemm.Run(first, MatrixView.Packed(h0, size.Batch, size.Hidden), GemmTarget.Fresh(to, size.Hidden));
            var rows = (size.Steps - 1) * size.Batch;
            if (rows > 0)
            {
                var later = MatrixView.Packed(d + 4 * (nint)size.StepLength, rows, wide).Transposed;
                Gemm.Run(later, MatrixView.Packed(h, rows, size.Hidden), GemmTarget.Added(to, size.Hidden));
            }
        }

        node.Give(2, result);
    }
}
