using TorchSharp.Kernels;
using static TorchSharp.torch;

namespace TorchSharp.Functional;

/// <summary>Both weights of an LSTM layer in panels: those kept beside the parameters, or packed for this call.</summary>
internal readonly unsafe ref struct LstmPanels
{
    private readonly Tensor? room;

    public LstmPanels(RecurrentWeights weights, RecurrentSize size)
    {
        var wide = 4 * size.Hidden;
        var (input, recurrent) = (PackedWeights.For(weights.Input), PackedWeights.For(weights.Recurrent));
        if (input is not null && recurrent is not null)
        {
            Input = input;
            Recurrent = recurrent;
            return;
        }

        var first = Gemm.PackedLength(size.Inputs, wide);
        room = Tensor.Allocate([first + Gemm.PackedLength(size.Hidden, wide)], ScalarType.Float32, tracked: false);
        Input = room.Flat<float>()[..first];
        Recurrent = room.Flat<float>()[first..];
        Pack(weights.Input, Input);
        Pack(weights.Recurrent, Recurrent);
    }

    public Span<float> Input { get; }

    public Span<float> Recurrent { get; }

    public void Dispose() => room?.Dispose();

    private static void Pack(Tensor weight, Span<float> panels)
    {
        var (n, k) = ((int)weight.Sizes[0], (int)weight.Sizes[1]);
        fixed (float* from = weight.Flat<float>())
        fixed (float* to = panels)
        {
            Gemm.Pack(MatrixView.Packed(from, n, k).Transposed, to);
        }
    }
}
