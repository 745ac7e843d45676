using TorchSharp.Autograd;
using static TorchSharp.torch;

namespace TorchSharp.Kernels;

/// <summary>
/// A parameter [out, in] packed as the right side of x W^T, kept beside its buffer while nobody writes into it. Only
/// prediction keeps them: training changes the weights at every step.
/// </summary>
internal sealed unsafe class PackedWeights
{
    private const int Limit = 4;
    private readonly int version;
    private readonly int exposures;
    private readonly long offset;
    private readonly long rows;

    private PackedWeights(Tensor weight)
    {
        var storage = weight.Storage;
        (version, exposures) = (storage.Version, storage.Exposures);
        (offset, rows) = (weight.Offset, weight.Sizes[0]);
        var (n, k) = ((int)weight.Sizes[0], (int)weight.Sizes[1]);
        Panels = GC.AllocateUninitializedArray<float>(Gemm.PackedLength(k, n), pinned: true);
        fixed (float* from = weight.Flat<float>())
        fixed (float* to = Panels)
        {
            Gemm.Pack(MatrixView.Packed(from, n, k).Transposed, to);
        }
    }

    private float[] Panels { get; }

    /// <summary>The panels of a contiguous weight, or null where they are not worth keeping.</summary>
    public static float[]? For(Tensor weight)
    {
        if (GradMode.Enabled || !weight.Storage.HoldsParameter)
        {
            return null;
        }

        var kept = weight.Storage.Packed;
        foreach (var entry in kept)
        {
            if (entry.Fits(weight))
            {
                return entry.Panels;
            }
        }

        var fresh = new PackedWeights(weight);
        var current = new List<PackedWeights>(Limit) { fresh };
        foreach (var entry in kept)
        {
            if (current.Count < Limit && entry.IsCurrent(weight.Storage))
            {
                current.Add(entry);
            }
        }

        weight.Storage.Packed = [.. current];
        return fresh.Panels;
    }

    private bool IsCurrent(Storage storage) => version == storage.Version && exposures == storage.Exposures;

    private bool Fits(Tensor weight) => IsCurrent(weight.Storage) && offset == weight.Offset && rows == weight.Sizes[0];
}
