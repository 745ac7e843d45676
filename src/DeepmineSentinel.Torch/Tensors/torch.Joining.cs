using TorchSharp.Autograd;
using TorchSharp.Kernels;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Tensors joined along a dimension; the other sizes are equal.</summary>
    public static Tensor concat(IList<Tensor> tensors, long dim = 0) => cat(tensors, dim);

    /// <summary>Tensors joined along a dimension; the other sizes are equal.</summary>
    public static Tensor cat(IList<Tensor> tensors, long dim = 0)
    {
        ArgumentNullException.ThrowIfNull(tensors);
        if (tensors.Count == 0)
        {
            throw new ArgumentException("cat needs at least one tensor.");
        }

        var first = tensors[0];
        var at = Shapes.Dimension(dim, first.Sizes.Length);
        var sizes = Joining.Sizes(tensors, at);
        var parts = new Tensor[tensors.Count];
        var type = first.dtype;
        foreach (var tensor in tensors)
        {
            type = Elements.Promote(tensor.dtype, type);
        }

        var result = Tensor.Allocate(sizes, type);
        long start = 0;
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = tensors[i].to_type(type);
            var place = Shapes.With(sizes, at, parts[i].Sizes[at]);
            using var target = result.View(place, result.Strides, start * result.Strides[at]);
            CopyKernel.Run(parts[i], target);
            start += parts[i].Sizes[at];
        }

        if (Tape.Watches(parts))
        {
            Tape.Record([result], parts, [], new(static b => Joining.Backward(b), (at, parts.Length)));
        }

        return result;
    }

    /// <summary>Tensors of one shape joined along a new dimension.</summary>
    public static Tensor stack(IEnumerable<Tensor> tensors, long dim = 0)
    {
        ArgumentNullException.ThrowIfNull(tensors);
        var parts = new List<Tensor>();
        foreach (var tensor in tensors)
        {
            parts.Add(tensor.unsqueeze(dim));
        }

        var at = parts.Count > 0 && dim < 0 ? dim + parts[0].Sizes.Length : dim;
        return cat(parts, at);
    }
}
