using TorchSharp.Autograd;
using TorchSharp.Kernels;
using static TorchSharp.torch;

namespace TorchSharp.Functional;

/// <summary>The way back through one GRU layer: step by step for the gates, then one product for each weight.</summary>
internal static unsafe class GruBackward
{
    private const int Input = 0;
    private const int InputWeight = 1;
    private const int RecurrentWeight = 2;
    private const int FirstState = 3;
    private const int Gates = 4;
    private const int Recurrent = 5;
    private const int Output = 6;

    public static void Run(FunctionNode node)
    {
        var size = (RecurrentSize)node.State!;
        var ofInputs = Tensor.Allocate([size.Steps, size.Batch, 3 * size.Hidden], ScalarType.Float32);
        var ofStates = Tensor.Allocate(ofInputs.Sizes, ScalarType.Float32);
        var state = node.Gradients[1] is { } given ? given.contiguous().clone() : zeros([size.Batch, size.Hidden]);
        Unroll(node, new GruStates(state, ofInputs, ofStates, node.Saved(Output)), size);
        GiveInputs(node, ofInputs, size);
        GiveRecurrent(node, ofStates, size);
        GiveBias(node, 3, ofInputs);
        GiveBias(node, 4, ofStates);
        node.Give(5, state);
    }

    /// <summary>From the last step to the first; leaves the gradient of the first state in its buffer.</summary>
    private static void Unroll(FunctionNode node, GruStates slopes, RecurrentSize size)
    {
        var wide = 3 * size.Hidden;
        var given = node.Gradients[0]?.contiguous();
        using var packed = Tensor.Allocate([Gemm.PackedLength(wide, size.Hidden)], ScalarType.Float32, tracked: false);
        fixed (float* outside = given is null ? [] : given.Flat<float>())
        fixed (float* w = node.Saved(RecurrentWeight).Flat<float>())
        fixed (float* pack = packed.Flat<float>())
        fixed (float* h0 = node.Saved(FirstState).Flat<float>())
        fixed (float* g = node.Saved(Gates).Flat<float>())
        fixed (float* u = node.Saved(Recurrent).Flat<float>())
        fixed (float* h = slopes.Output.Flat<float>())
        fixed (float* ofInputs = slopes.Gates.Flat<float>())
        fixed (float* ofStates = slopes.Recurrent.Flat<float>())
        fixed (float* ofState = slopes.First.Flat<float>())
        {
            Gemm.Pack(MatrixView.Packed(w, wide, size.Hidden), pack);
            var pass = new GruBackwardPass
            {
                Size = size,
                Packed = pack,
                Outside = outside,
                FirstState = h0,
                States = h,
                Sums = new GruRow(g, u, null),
                Slopes = new GruRow(ofInputs, ofStates, ofState),
            };
            Threads.Run(&GruBackwardPass.Run, &pass, size.Batch, size.Grain);
        }
    }

    private static void GiveInputs(FunctionNode node, Tensor slopes, RecurrentSize size)
    {
        var (rows, wide) = (size.Steps * size.Batch, 3 * size.Hidden);
        fixed (float* d = slopes.Flat<float>())
        fixed (float* x = node.Saved(Input).Flat<float>())
        fixed (float* w = node.Saved(InputWeight).Flat<float>())
        {
            var all = MatrixView.Packed(d, rows, wide);
            if (node.Needs(0))
            {
                Give(node, 0, all, MatrixView.Packed(w, wide, size.Inputs));
            }

            if (node.Needs(1))
            {
                Give(node, 1, all.Transposed, MatrixView.Packed(x, rows, size.Inputs));
            }
        }
    }

    private static void Give(FunctionNode node, int input, MatrixView a, MatrixView b)
    {
        var result = Tensor.Allocate(node.InputSizes(input), ScalarType.Float32);
        fixed (float* to = result.Flat<float>())
        {
            Gemm.Run(a, b, GemmTarget.Fresh(to, b.Columns));
        }

        node.Give(input, result);
    }

    /// <summary>Every step's slopes times the states before it: the first state, then all outputs but the last.</summary>
    private static void GiveRecurrent(FunctionNode node, Tensor slopes, RecurrentSize size)
    {
        if (!node.Needs(2))
        {
            return;
        }

        var wide = 3 * size.Hidden;
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
                var later = MatrixView.Packed(d + 3 * (nint)size.StepLength, rows, wide).Transposed;
                Gemm.Run(later, MatrixView.Packed(h, rows, size.Hidden), GemmTarget.Added(to, size.Hidden));
            }
        }

        node.Give(2, result);
    }

    private static void GiveBias(FunctionNode node, int input, Tensor slopes)
    {
        if (node.Needs(input))
        {
            var sum = Tensor.Allocate([slopes.Sizes[2]], ScalarType.Float32);
            RowKernel.SumRows(slopes.Flat<float>(), sum.Flat<float>());
            node.Give(input, sum);
        }
    }
}
