using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Indexing: first the views (numbers, slices, new dimensions), then the tensors of indices.</summary>
internal static class Indexing
{
    public static Tensor Take(Tensor tensor, TensorIndex[] indices)
    {
        var named = 0;
        foreach (var index in indices)
        {
            named += index.Kind switch
            {
                IndexKind.NewDimension or IndexKind.Ellipsis => 0,
                IndexKind.Tensor when index.Places!.dtype == ScalarType.Bool => index.Places.Sizes.Length,
                _ => 1,
            };
        }

        if (named > tensor.Sizes.Length)
        {
            throw new ArgumentException($"{named} indices for shape {Shapes.Show(tensor.Sizes)}.");
        }

        var skipped = tensor.Sizes.Length - named;
        var view = tensor;
        var dim = 0;
        var gathers = new List<(int Dim, Tensor Places)>();
        foreach (var index in indices)
        {
            (view, dim) = Step(view, dim, index, skipped, gathers);
        }

        if (gathers.Count > 0)
        {
            return Gather(view, gathers);
        }

        return ReferenceEquals(view, tensor) ? tensor.slice(0, 0, long.MaxValue, 1) : view;
    }

    /// <summary>For each dimension the indices of the true elements.</summary>
    public static Tensor[] Places(Tensor condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        using var truths = condition.ConvertTo(ScalarType.Bool, false);
        var flags = truths.Flat<byte>();
        var found = new List<long>();
        for (var i = 0; i < flags.Length; i++)
        {
            if (flags[i] != 0)
            {
                found.Add(i);
            }
        }

        var result = new Tensor[condition.Sizes.Length];
        for (var d = 0; d < result.Length; d++)
        {
            var inner = Shapes.Count(condition.Sizes.AsSpan(d + 1));
            result[d] = Tensor.Allocate([found.Count], ScalarType.Int64);
            var to = result[d].Flat<long>();
            for (var i = 0; i < to.Length; i++)
            {
                to[i] = found[i] / inner % condition.Sizes[d];
            }
        }

        return result;
    }

    private static (Tensor View, int Dim) Step(
        Tensor view,
        int dim,
        TensorIndex index,
        int skipped,
        List<(int Dim, Tensor Places)> gathers
    )
    {
        switch (index.Kind)
        {
            case IndexKind.Single:
                return (view.select(dim, index.Start), dim);
            case IndexKind.Slice:
                return (view.slice(dim, index.Start, index.Stop ?? long.MaxValue, index.Step), dim + 1);
            case IndexKind.NewDimension:
                return (view.unsqueeze(dim), dim + 1);
            case IndexKind.Ellipsis:
                return (view, dim + skipped);
            default:
                return (view, dim + Collect(view, dim, index.Places!, gathers));
        }
    }

    private static int Collect(Tensor view, int dim, Tensor index, List<(int Dim, Tensor Places)> gathers)
    {
        if (index.dtype != ScalarType.Bool)
        {
            gathers.Add((dim, index.to_type(ScalarType.Int64)));
            return 1;
        }

        if (!Shapes.Same(index.Sizes, view.Sizes.AsSpan(dim, index.Sizes.Length)))
        {
            throw new ArgumentException($"A mask of {Shapes.Show(index.Sizes)} for shape {Shapes.Show(view.Sizes)}.");
        }

        foreach (var places in Places(index))
        {
            gathers.Add((dim + gathers.Count, places));
        }

        return index.Sizes.Length;
    }

    /// <summary>Joins the indexed dimensions into one, computes one index into it and selects.</summary>
    private static Tensor Gather(Tensor view, List<(int Dim, Tensor Places)> gathers)
    {
        var order = new List<long>();
        foreach (var (dim, _) in gathers)
        {
            order.Add(dim);
        }

        var adjacent = true;
        for (var i = 1; i < gathers.Count; i++)
        {
            adjacent &= gathers[i].Dim == gathers[i - 1].Dim + 1;
        }

        var target = adjacent ? gathers[0].Dim : 0;
        for (var d = 0; d < view.Sizes.Length; d++)
        {
            if (!order.Contains(d))
            {
                order.Add(d);
            }
        }

        var front = view.permute([.. order]);
        var combined = gathers[0].Places;
        for (var i = 1; i < gathers.Count; i++)
        {
            combined = combined.mul(front.Sizes[i]).add(gathers[i].Places);
        }

        long[] rest = [.. front.Sizes[gathers.Count..]];
        var picked = front.reshape([-1, .. rest]).index_select(0, combined.reshape(-1));
        var shaped = picked.reshape([.. combined.Sizes, .. rest]);
        return target == 0 ? shaped : MoveBack(shaped, combined.Sizes.Length, target);
    }

    private static Tensor MoveBack(Tensor shaped, int indexRank, int target)
    {
        var order = new List<long>();
        for (var d = 0; d < shaped.Sizes.Length; d++)
        {
            order.Add(
                d < target ? indexRank + d
                : d < target + indexRank ? d - target
                : d
            );
        }

        return shaped.permute([.. order]);
    }
}
