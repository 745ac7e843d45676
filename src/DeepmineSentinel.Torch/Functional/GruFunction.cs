using TorchSharp.Autograd;
using TorchSharp.Kernels;
using static TorchSharp.torch;

namespace TorchSharp.Functional;

/// <summary>
/// One GRU layer over a whole sequence as one step of the tape: one product for all input projections, one product and the
/// fused gates for each time step. The candidate gate multiplies the recurrent sum, bias included, by the reset gate, so
/// that sum is kept apart from the inputs'.
/// </summary>
internal static unsafe class GruFunction
{
    /// <summary>x [T, B, D], first state [B, H]; returns all states [T, B, H] and the last.</summary>
    public static (Tensor Output, Tensor State) Run(Tensor x, RecurrentWeights weights, Tensor h0)
    {
        var size = new RecurrentSize((int)x.Sizes[0], (int)x.Sizes[1], (int)x.Sizes[2], (int)h0.Sizes[1]);
        var (input, state) = (x.contiguous(), h0.contiguous());
        var gates = Tensor.Allocate([size.Steps, size.Batch, 3 * size.Hidden], ScalarType.Float32);
        var recurrent = Tensor.Allocate(gates.Sizes, ScalarType.Float32);
        var output = Tensor.Allocate([size.Steps, size.Batch, size.Hidden], ScalarType.Float32);
        Project(input, weights, gates);
        Recur(new GruStates(state, gates, recurrent, output), weights, size);
        var last = Tensor.Allocate([size.Batch, size.Hidden], ScalarType.Float32);
        output.Flat<float>()[^size.StepLength..].CopyTo(last.Flat<float>());
        Tensor?[] inputs = [input, weights.Input, weights.Recurrent, weights.InputBias, weights.RecurrentBias, state];
        if (Tape.Watches(inputs))
        {
            Tape.Record(
                [output, last],
                inputs,
                [input, weights.Input, weights.Recurrent, state, gates, recurrent, output],
                new(static b => GruBackward.Run(b), size)
            );
        }

        return (output, last);
    }

    private static void Project(Tensor input, RecurrentWeights weights, Tensor gates)
    {
        var (n, k) = ((int)weights.Input.Sizes[0], (int)weights.Input.Sizes[1]);
        fixed (float* x = input.Flat<float>())
        fixed (float* w = weights.Input.Flat<float>())
        fixed (float* bias = weights.InputBias is { } given ? given.Flat<float>() : [])
        fixed (float* g = gates.Flat<float>())
        {
            var rows = MatrixView.Packed(x, (int)(gates.Count / n), k);
            var kept = PackedWeights.For(weights.Input);
            Gemm.RunWeights(rows, kept, MatrixView.Packed(w, n, k).Transposed, GemmTarget.OnRow(bias, g, n));
        }
    }

    private static void Recur(GruStates states, RecurrentWeights weights, RecurrentSize size)
    {
        var wide = 3 * size.Hidden;
        var kept = PackedWeights.For(weights.Recurrent);
        var room = kept is null ? Gemm.PackedLength(size.Hidden, wide) : 0;
        using var scratch = Tensor.Allocate([room], ScalarType.Float32, tracked: false);
        fixed (float* w = weights.Recurrent.Flat<float>())
        fixed (float* pack = kept ?? scratch.Flat<float>())
        fixed (float* bias = weights.RecurrentBias is { } given ? given.Flat<float>() : [])
        fixed (float* h0 = states.First.Flat<float>())
        fixed (float* g = states.Gates.Flat<float>())
        fixed (float* u = states.Recurrent.Flat<float>())
        fixed (float* h = states.Output.Flat<float>())
        {
            if (kept is null)
            {
                Gemm.Pack(MatrixView.Packed(w, wide, size.Hidden).Transposed, pack);
            }

            var pass = new GruForwardPass
            {
                Size = size,
                Packed = pack,
                FirstState = h0,
                Bias = bias,
                Gates = g,
                Recurrent = u,
                States = h,
            };
            Threads.Run(&GruForwardPass.Run, &pass, size.Batch, size.Grain);
        }
    }
}
