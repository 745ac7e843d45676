using TorchSharp.Autograd;
using TorchSharp.Kernels;
using static TorchSharp.torch;

namespace TorchSharp.Functional;

/// <summary>
/// One LSTM layer over a whole sequence as one step of the tape: one product for all input projections, one product and
/// the fused gates for each time step, and everything that the way back needs saved as it is computed.
/// </summary>
internal static unsafe class LstmFunction
{
    /// <summary>x [T, B, D], first state and cell [B, H]; returns all states [T, B, H], the last state and the last cell.</summary>
    public static (Tensor Output, Tensor State, Tensor Cell) Run(Tensor x, LstmWeights weights, Tensor h0, Tensor c0)
    {
        var size = new LstmSize((int)x.Sizes[0], (int)x.Sizes[1], (int)x.Sizes[2], (int)h0.Sizes[1]);
        var input = x.contiguous();
        var (state, cell) = (h0.contiguous(), c0.contiguous());
        var gates = Tensor.Allocate([size.Steps, size.Batch, 4 * size.Hidden], ScalarType.Float32);
        var output = Tensor.Allocate([size.Steps, size.Batch, size.Hidden], ScalarType.Float32);
        var cells = Tensor.Allocate(output.Sizes, ScalarType.Float32);
        var tanhs = Tensor.Allocate(output.Sizes, ScalarType.Float32);
        Project(input, weights, gates);
        Recur(gates, weights, new LstmStates(state, cell, output, cells, tanhs), size);
        var (last, lastCell) = (Last(output, size), Last(cells, size));
        if (
            Tape.Watches([
                input,
                weights.Input,
                weights.Recurrent,
                weights.InputBias,
                weights.RecurrentBias,
                state,
                cell,
            ])
        )
        {
            Tape.Record(
                [output, last, lastCell],
                [input, weights.Input, weights.Recurrent, weights.InputBias, weights.RecurrentBias, state, cell],
                [input, weights.Input, weights.Recurrent, state, cell, gates, output, cells, tanhs],
                new(static b => LstmBackward.Run(b), size)
            );
        }

        return (output, last, lastCell);
    }

    private static void Project(Tensor input, LstmWeights weights, Tensor gates)
    {
        var to = gates.Flat<float>();
        if (weights.InputBias is { } inputBias && weights.RecurrentBias is { } recurrentBias)
        {
            using var row = Tensor.Allocate(inputBias.Sizes, ScalarType.Float32, tracked: false);
            BinaryKernel.Run<AddOp>(inputBias, recurrentBias, row);
            RowKernel.Repeat(row.Flat<float>(), to);
        }

        var (n, k) = ((int)weights.Input.Sizes[0], (int)weights.Input.Sizes[1]);
        fixed (float* x = input.Flat<float>())
        fixed (float* w = weights.Input.Flat<float>())
        fixed (float* g = to)
        {
            var rows = MatrixView.Packed(x, (int)(gates.Count / n), k);
            var kept = PackedWeights.For(weights.Input);
            Gemm.RunWeights(rows, kept, MatrixView.Packed(w, n, k).Transposed, g, weights.InputBias is not null);
        }
    }

    private static void Recur(Tensor gates, LstmWeights weights, LstmStates states, LstmSize size)
    {
        var wide = 4 * size.Hidden;
        var kept = PackedWeights.For(weights.Recurrent);
        var room = kept is null ? Gemm.PackedLength(size.Hidden, wide) : 0;
        using var scratch = Tensor.Allocate([room], ScalarType.Float32, tracked: false);
        fixed (float* w = weights.Recurrent.Flat<float>())
        fixed (float* pack = kept ?? scratch.Flat<float>())
        fixed (float* h0 = states.State.Flat<float>())
        fixed (float* c0 = states.Cell.Flat<float>())
        fixed (float* g = gates.Flat<float>())
        fixed (float* h = states.Output.Flat<float>())
        fixed (float* c = states.Cells.Flat<float>())
        fixed (float* tanh = states.Tanhs.Flat<float>())
        {
            if (kept is null)
            {
                Gemm.Pack(MatrixView.Packed(w, wide, size.Hidden).Transposed, pack);
            }

            var pass = new LstmForwardPass
            {
                Size = size,
                Packed = pack,
                FirstState = h0,
                FirstCell = c0,
                Gates = g,
                Places = new LstmRow(h, c, tanh),
            };
            Threads.Run(&LstmForwardPass.Run, &pass, size.Batch, size.Grain);
        }
    }

    private static Tensor Last(Tensor steps, LstmSize size)
    {
        var last = Tensor.Allocate([size.Batch, size.Hidden], ScalarType.Float32);
        steps.Flat<float>()[^size.StepLength..].CopyTo(last.Flat<float>());
        return last;
    }
}
