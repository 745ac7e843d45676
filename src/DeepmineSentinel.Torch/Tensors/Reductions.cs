using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Sums that shapes ask for.</summary>
internal static class Reductions
{
    /// <summary>Sums the dimensions along which a tensor of the wanted shape was broadcast.</summary>
    public static Tensor SumTo(Tensor tensor, long[] wanted)
    {
        if (ReferenceEquals(tensor.Sizes, wanted) || Shapes.Same(tensor.Sizes, wanted))
        {
            return tensor;
        }

        var extra = tensor.Sizes.Length - wanted.Length;
        var dims = new List<long>();
        for (var i = 0; i < tensor.Sizes.Length; i++)
        {
            if (i < extra || (wanted[i - extra] == 1 && tensor.Sizes[i] != 1))
            {
                dims.Add(i);
            }
        }

        var summed = dims.Count == 0 ? tensor : tensor.sum(dims.ToArray(), keepdim: true);
        return summed.view(wanted);
    }
}
