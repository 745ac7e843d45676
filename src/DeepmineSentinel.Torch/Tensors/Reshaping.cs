using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Which views of a layout exist.</summary>
internal static class Reshaping
{
    /// <summary>Fills in a size of -1; throws where the number of elements differs.</summary>
    public static long[] Resolve(long[] wanted, Tensor tensor)
    {
        var open = Array.IndexOf(wanted, -1);
        if (open < 0)
        {
            return Shapes.Count(wanted) == tensor.Count ? wanted : throw Mismatch(wanted, tensor);
        }

        var full = (long[])wanted.Clone();
        full[open] = 1;
        var known = Shapes.Count(full);
        if (known == 0 || tensor.Count % known != 0)
        {
            throw Mismatch(wanted, tensor);
        }

        full[open] = tensor.Count / known;
        return full;
    }

    /// <summary>The strides of a view of another shape, or null where only a copy has it.</summary>
    public static long[]? TryStrides(Tensor tensor, long[] shape)
    {
        if (tensor.IsContiguous)
        {
            return Shapes.ContiguousStrides(shape);
        }

        var result = new long[shape.Length];
        var next = shape.Length - 1;
        for (var d = tensor.Sizes.Length - 1; d >= 0; )
        {
            var step = tensor.Strides[d];
            var count = tensor.Sizes[d];
            for (d--; d >= 0 && (tensor.Sizes[d] == 1 || tensor.Strides[d] == step * count); d--)
            {
                count *= tensor.Sizes[d];
            }

            for (; next >= 0 && (count > 1 || shape[next] == 1); next--)
            {
                if (count % shape[next] != 0)
                {
                    return null;
                }

                result[next] = step;
                step *= shape[next];
                count /= shape[next];
            }

            if (count != 1)
            {
                return null;
            }
        }

        return result;
    }

    public static (long[] Sizes, long[] Strides) Expand(Tensor tensor, long[] wanted)
    {
        var lead = wanted.Length - tensor.Sizes.Length;
        if (lead < 0)
        {
            throw new ArgumentException($"Shape {Shapes.Show(tensor.Sizes)} does not expand to {Shapes.Show(wanted)}.");
        }

        var sizes = new long[wanted.Length];
        var strides = new long[wanted.Length];
        for (var i = 0; i < wanted.Length; i++)
        {
            var own = i < lead ? 1 : tensor.Sizes[i - lead];
            sizes[i] = wanted[i] == -1 ? own : wanted[i];
            if (own != sizes[i] && own != 1)
            {
                throw new ArgumentException(
                    $"Shape {Shapes.Show(tensor.Sizes)} does not expand to {Shapes.Show(wanted)}."
                );
            }

            strides[i] = i < lead || (own == 1 && sizes[i] != 1) ? 0 : tensor.Strides[i - lead];
        }

        return (sizes, strides);
    }

    private static ArgumentException Mismatch(long[] wanted, Tensor tensor) =>
        new($"Shape {Shapes.Show(tensor.Sizes)} does not fit shape {Shapes.Show(wanted)}.");
}
