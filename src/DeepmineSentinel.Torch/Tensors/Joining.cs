using TorchSharp.Autograd;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Shapes and gradients of joined tensors.</summary>
internal static class Joining
{
    public static long[] Sizes(IList<Tensor> tensors, int dim)
    {
        var first = tensors[0].Sizes;
        if (first.Length == 0)
        {
            throw new ArgumentException("Tensors without dimensions are not joined; use stack.");
        }

        long total = 0;
        foreach (var tensor in tensors)
        {
            if (
                tensor.Sizes.Length != first.Length
                || !Shapes.Same(Shapes.With(tensor.Sizes, dim, 0), Shapes.With(first, dim, 0))
            )
            {
                throw new ArgumentException(
                    $"Shapes {Shapes.Show(first)} and {Shapes.Show(tensor.Sizes)} do not join along dimension {dim}."
                );
            }

            total += tensor.Sizes[dim];
        }

        return Shapes.With(first, dim, total);
    }

    public static void Backward(FunctionNode node)
    {
        var (dim, count) = ((int, int))node.State!;
        long start = 0;
        for (var i = 0; i < count; i++)
        {
            var length = node.InputSizes(i)[dim];
            if (node.Needs(i))
            {
                node.Give(i, node.Grad.narrow(dim, start, length).contiguous());
            }

            start += length;
        }
    }
}
