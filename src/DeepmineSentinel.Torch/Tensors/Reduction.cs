using TorchSharp.Autograd;
using TorchSharp.Kernels;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Brings the reduced dimensions behind each other, so that a kernel sees [outer, n, inner].</summary>
internal static class Reduction
{
    public static long[] AllDimensions(Tensor tensor)
    {
        var dims = new long[tensor.Sizes.Length];
        for (var i = 0; i < dims.Length; i++)
        {
            dims[i] = i;
        }

        return dims;
    }

    public static long CountOf(Tensor tensor, long[] dims)
    {
        if (dims.Length == 0)
        {
            return tensor.Count;
        }

        long count = 1;
        foreach (var dim in dims)
        {
            count *= tensor.size((int)dim);
        }

        return count;
    }

    /// <summary>The shape with reduced dimensions of size 1.</summary>
    public static long[] KeptSizes(Tensor tensor, long[] dims)
    {
        var kept = (long[])tensor.Sizes.Clone();
        var reduced = Mask(tensor, dims);
        for (var i = 0; i < kept.Length; i++)
        {
            kept[i] = reduced[i] ? 1 : kept[i];
        }

        return kept;
    }

    public static Tensor Fold<TOp>(Tensor tensor, long[] dims, bool keepdim)
        where TOp : struct, IReduceOp
    {
        using var mode = new GradMode(false);
        var reduced = Mask(tensor, dims);
        var (packed, n, inner) = Arrange(tensor, reduced);
        var result = Tensor.Allocate(keepdim ? KeptSizes(tensor, dims) : LeftSizes(tensor, reduced), tensor.dtype);
        ReduceKernel.Run<TOp>(packed, result, n, inner);
        return result;
    }

    public static (Tensor Values, Tensor Places) Extreme(Tensor tensor, long dim, bool keepdim, bool largest)
    {
        var at = Shapes.Dimension(dim, tensor.Sizes.Length);
        var n = tensor.Sizes.Length == 0 ? 1 : (int)tensor.Sizes[at];
        if (n == 0)
        {
            throw new InvalidOperationException(
                $"No largest or smallest along an empty dimension of {Shapes.Show(tensor.Sizes)}."
            );
        }

        var sizes = keepdim ? Shapes.With(tensor.Sizes, at, 1) : Shapes.Without(tensor.Sizes, at);
        var inner = tensor.Sizes.Length == 0 ? 1 : (int)Shapes.Count(tensor.Sizes.AsSpan(at + 1));
        var values = Tensor.Allocate(sizes, tensor.dtype);
        var places = Tensor.Allocate(sizes, ScalarType.Int64);
        using var packed = tensor.PackedAlias();
        SelectKernel.Run(packed, values, places, new SelectRange(n, inner, largest));
        if (Tape.Watches(tensor))
        {
            Tape.Record([values], [tensor], [places], new(static b => ExtremeBackward(b), (at, keepdim)));
        }

        return (values, places);
    }

    public static Tensor Norm(Tensor tensor, long dim, bool keepdim, float p)
    {
        var at = Shapes.Dimension(dim, tensor.Sizes.Length);
        ArgumentOutOfRangeException.ThrowIfNegative(p);
        if (p is 0 or 1)
        {
            return (p == 1 ? tensor.abs() : tensor.ne(0).to_type(tensor.dtype)).sum(at, keepdim);
        }

        using var mode = new GradMode(false);
        var result = LengthOf(tensor, at, keepdim, p);
        using var recording = new GradMode(mode.Former);
        if (Tape.Watches(tensor))
        {
            Tape.Record([result], [tensor], [tensor, result], new(static b => NormBackward(b), (at, keepdim, p)));
        }

        return result;
    }

    /// <summary>The largest or smallest of all elements; those equal to it share its gradient.</summary>
    public static Tensor ExtremeOfAll(Tensor tensor, bool largest)
    {
        using var mode = new GradMode(false);
        var result = Extreme(tensor.reshape(-1), 0, false, largest).Values;
        using var recording = new GradMode(mode.Former);
        if (Tape.Watches(tensor))
        {
            Tape.Record(
                [result],
                [tensor],
                [tensor, result],
                new(static b => b.Give(0, Shared(b.Saved(0), b.Saved(1)).mul(b.Grad)))
            );
        }

        return result;
    }

    private static Tensor LengthOf(Tensor tensor, int at, bool keepdim, float p) =>
        float.IsPositiveInfinity(p) ? tensor.abs().max(at, keepdim).values
        : p == 2 ? tensor.mul(tensor).sum(at, keepdim).sqrt()
        : tensor.abs().pow(p).sum(at, keepdim).pow(1 / p);

    /// <summary>One over the number of elements that equal a value (NaN equals NaN) where they do, else zero.</summary>
    private static Tensor Shared(Tensor tensor, Tensor value)
    {
        var equal = tensor.eq(value).logical_or(tensor.isnan().logical_and(value.isnan())).to_type(tensor.dtype);
        return equal.div(equal.sum());
    }

    private static void ExtremeBackward(FunctionNode node)
    {
        var (at, keepdim) = ((int, bool))node.State!;
        var whole = zeros(node.InputSizes(0), node.InputType(0));
        var (places, gradient) = (node.Saved(0), node.Grad);
        if (!keepdim && whole.Sizes.Length > 0)
        {
            (places, gradient) = (places.unsqueeze(at), gradient.unsqueeze(at));
        }

        node.Give(0, whole.Sizes.Length == 0 ? gradient : whole.scatter(at, places, gradient));
    }

    private static void NormBackward(FunctionNode node)
    {
        var (at, keepdim, p) = ((int, bool, float))node.State!;
        var (x, length, gradient) = (node.Saved(0), node.Saved(1), node.Grad);
        if (!keepdim && x.Sizes.Length > 0)
        {
            (length, gradient) = (length.unsqueeze(at), gradient.unsqueeze(at));
        }

        if (float.IsPositiveInfinity(p))
        {
            var equal = x.abs().eq(length).logical_or(x.isnan()).to_type(x.dtype);
            node.Give(0, x.sign().mul(equal).mul(gradient.div(equal.sum(at, keepdim: true))));
            return;
        }

        var ratio = x.div(length).masked_fill(length.eq(0), 0);
        node.Give(0, (p == 2 ? ratio : x.sign().mul(ratio.abs().pow(p - 1))).mul(gradient));
    }

    private static bool[] Mask(Tensor tensor, long[] dims)
    {
        var mask = new bool[tensor.Sizes.Length];
        if (dims.Length == 0)
        {
            Array.Fill(mask, true);
        }

        foreach (var dim in dims)
        {
            var at = Shapes.Dimension(dim, mask.Length);
            if (mask.Length > 0)
            {
                mask[at] = true;
            }
        }

        return mask;
    }

    private static long[] LeftSizes(Tensor tensor, bool[] reduced)
    {
        var left = new List<long>();
        for (var i = 0; i < reduced.Length; i++)
        {
            if (!reduced[i])
            {
                left.Add(tensor.Sizes[i]);
            }
        }

        return [.. left];
    }

    /// <summary>A contiguous tensor whose reduced dimensions lie together, with their joint size and what follows.</summary>
    private static (Tensor Packed, int N, int Inner) Arrange(Tensor tensor, bool[] reduced)
    {
        var first = Array.IndexOf(reduced, true);
        var last = Array.LastIndexOf(reduced, true);
        if (first < 0)
        {
            return (tensor.contiguous(), 1, (int)Math.Max(tensor.Count, 1));
        }

        var together = !reduced.AsSpan(first, last - first + 1).Contains(false);
        if (together)
        {
            var n = (int)Shapes.Count(tensor.Sizes.AsSpan(first, last - first + 1));
            return (tensor.contiguous(), n, (int)Shapes.Count(tensor.Sizes.AsSpan(last + 1)));
        }

        var order = new List<long>();
        for (var pass = 0; pass < 2; pass++)
        {
            for (var i = 0; i < reduced.Length; i++)
            {
                if (reduced[i] == (pass == 1))
                {
                    order.Add(i);
                }
            }
        }

        long count = 1;
        for (var i = 0; i < reduced.Length; i++)
        {
            count *= reduced[i] ? tensor.Sizes[i] : 1;
        }

        return (tensor.permute([.. order]).contiguous(), (int)count, 1);
    }
}
