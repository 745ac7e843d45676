using TorchSharp.Kernels;
using static TorchSharp.torch;

namespace TorchSharp.Functional;

/// <summary>A contiguous weight [out, in] in panels: those kept beside the parameter, or packed for this call; null has none.</summary>
internal readonly unsafe ref struct WeightPanels
{
    private readonly Tensor? room;

    public WeightPanels(Tensor? weight)
    {
        if (weight is null)
        {
            return;
        }

        var (n, k) = ((int)weight.Sizes[0], (int)weight.Sizes[1]);
        Columns = n;
        if (PackedWeights.For(weight) is { } kept)
        {
            Panels = kept;
            return;
        }

        room = Tensor.Allocate([Gemm.PackedLength(k, n)], ScalarType.Float32, tracked: false);
        Panels = room.Flat<float>();
        fixed (float* from = weight.Flat<float>())
        fixed (float* to = Panels)
        {
            Gemm.Pack(MatrixView.Packed(from, n, k).Transposed, to);
        }
    }

    /// <summary>Features of a product.</summary>
    public int Columns { get; }

    public Span<float> Panels { get; }

    public void Dispose() => room?.Dispose();
}
