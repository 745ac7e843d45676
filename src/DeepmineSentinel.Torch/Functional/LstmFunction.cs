using TorchSharp.Autograd;
using TorchSharp.Kernels;
using static TorchSharp.torch;

namespace TorchSharp.Functional;

/// <summary>
/// One LSTM layer over a whole sequence as one step of the tape: two products and the fused gates for each time step, and,
/// while training, everything that the way back needs saved as it is computed.
/// </summary>
internal static unsafe class LstmFunction
{
    /// <summary>Rows of a batch below which the inputs' share of the gates is one product over all steps.</summary>
    private const int FewRows = 8;

    /// <summary>x [T, B, D], first state and cell [B, H]; returns all states [T, B, H], the last state and the last cell.</summary>
    public static (Tensor Output, Tensor State, Tensor Cell) Run(
        Tensor x,
        RecurrentWeights weights,
        Tensor h0,
        Tensor c0
    )
    {
        var size = new RecurrentSize((int)x.Sizes[0], (int)x.Sizes[1], (int)x.Sizes[2], (int)h0.Sizes[1]);
        var input = x.contiguous();
        var (state, cell) = (h0.contiguous(), c0.contiguous());
        var (inputBias, recurrentBias) = (weights.InputBias, weights.RecurrentBias);
        var output = Tensor.Allocate([size.Steps, size.Batch, size.Hidden], ScalarType.Float32);
        if (!Tape.Watches([input, weights.Input, weights.Recurrent, inputBias, recurrentBias, state, cell]))
        {
            var running = Tensor.Allocate([size.Batch, size.Hidden], ScalarType.Float32);
            using var tanh = Tensor.Allocate([size.Batch, size.Hidden], ScalarType.Float32, tracked: false);
            Recur(input, weights, new LstmStates(state, cell, output, running, tanh), size, null);
            return (output, Last(output, size), running);
        }

        var gates = Tensor.Allocate([size.Steps, size.Batch, 4 * size.Hidden], ScalarType.Float32);
        var cells = Tensor.Allocate(output.Sizes, ScalarType.Float32);
        var tanhs = Tensor.Allocate(output.Sizes, ScalarType.Float32);
        Recur(input, weights, new LstmStates(state, cell, output, cells, tanhs), size, gates);
        var (last, lastCell) = (Last(output, size), Last(cells, size));
        Tape.Record(
            [output, last, lastCell],
            [input, weights.Input, weights.Recurrent, inputBias, recurrentBias, state, cell],
            [input, weights.Input, weights.Recurrent, state, cell, gates, output, cells, tanhs],
            new(static b => LstmBackward.Run(b), size)
        );
        return (output, last, lastCell);
    }

    /// <summary>Goes through all steps; the gates are kept if there is a place for them.</summary>
    private static void Recur(
        Tensor input,
        RecurrentWeights weights,
        LstmStates states,
        RecurrentSize size,
        Tensor? gates
    )
    {
        var few = size.Batch < FewRows;
        using var room =
            gates is null && few
                ? Tensor.Allocate([size.Steps, size.Batch, 4 * size.Hidden], ScalarType.Float32, tracked: false)
                : null;
        using var sum = weights.InputBias is null ? null : Biases(weights);
        using var inputPanels = new WeightPanels(weights.Input);
        using var recurrentPanels = new WeightPanels(weights.Recurrent);
        fixed (float* x = input.Flat<float>())
        fixed (float* bias = sum is null ? [] : sum.Flat<float>())
        fixed (float* packedInput = inputPanels.Panels)
        fixed (float* packedRecurrent = recurrentPanels.Panels)
        fixed (float* h0 = states.State.Flat<float>())
        fixed (float* c0 = states.Cell.Flat<float>())
        fixed (float* g = (gates ?? room) is { } all ? all.Flat<float>() : [])
        fixed (float* h = states.Output.Flat<float>())
        fixed (float* c = states.Cells.Flat<float>())
        fixed (float* tanh = states.Tanhs.Flat<float>())
        {
            if (few)
            {
                var rows = MatrixView.Packed(x, size.Steps * size.Batch, size.Inputs);
                var target = GemmTarget.OnRow(bias, g, 4 * size.Hidden);
                Gemm.RunPacked(rows, packedInput, 4 * size.Hidden, target);
            }

            var pass = new LstmForwardPass
            {
                Size = size,
                Inputs = x,
                PackedInput = few ? null : packedInput,
                Bias = bias,
                PackedRecurrent = packedRecurrent,
                FirstState = h0,
                FirstCell = c0,
                Gates = g,
                Places = new LstmRow(h, c, tanh),
                KeepsCells = gates is not null,
            };
            Threads.Run(&LstmForwardPass.Run, &pass, size.Batch, size.Grain);
        }
    }

    private static Tensor Biases(RecurrentWeights weights)
    {
        var row = Tensor.Allocate(weights.InputBias!.Sizes, ScalarType.Float32, tracked: false);
        BinaryKernel.Run<AddOp>(weights.InputBias, weights.RecurrentBias!, row);
        return row;
    }

    private static Tensor Last(Tensor steps, RecurrentSize size)
    {
        var last = Tensor.Allocate([size.Batch, size.Hidden], ScalarType.Float32);
        steps.Flat<float>()[^size.StepLength..].CopyTo(last.Flat<float>());
        return last;
    }
}
