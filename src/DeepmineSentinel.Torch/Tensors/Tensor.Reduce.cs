using TorchSharp.Autograd;
using TorchSharp.Kernels;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The sum of all elements; whole numbers and truths sum to int64.</summary>
        public Tensor sum(ScalarType? type = null) => sum(Reduction.AllDimensions(this), false, type);

        /// <summary>The sum along one dimension.</summary>
        public Tensor sum(long dim, bool keepdim = false, ScalarType? type = null) => sum([dim], keepdim, type);

        /// <summary>The sum along some dimensions.</summary>
        public Tensor sum(ReadOnlySpan<long> dim, bool keepdim = false, ScalarType? type = null) =>
            sum(dim.ToArray(), keepdim, type);

        /// <summary>The sum along some dimensions; none means all.</summary>
        public Tensor sum(long[] dim, bool keepdim = false, ScalarType? type = null)
        {
            ArgumentNullException.ThrowIfNull(dim);
            var from = to_type(type ?? (IsFloating ? elementType : ScalarType.Int64));
            var result = Reduction.Fold<SumFold>(from, dim, keepdim);
            var kept = Reduction.KeptSizes(from, dim);
            return Tape.Record(result, from, static b => SumBackward(b), kept);
        }

        /// <summary>The mean of all elements.</summary>
        public Tensor mean() => mean(Reduction.AllDimensions(this));

        /// <summary>The mean along some dimensions.</summary>
        public Tensor mean(long[] dimensions, bool keepdim = false, ScalarType? type = null)
        {
            ArgumentNullException.ThrowIfNull(dimensions);
            var from = type is { } wanted ? to_type(wanted) : this;
            if (!from.IsFloating)
            {
                throw new InvalidOperationException($"mean needs a float tensor, not {from.dtype}.");
            }

            return from.sum(dimensions, keepdim).div((double)Reduction.CountOf(this, dimensions));
        }

        /// <summary>The variance of all elements, divided by n - 1 if unbiased.</summary>
        public Tensor var(bool unbiased = true) => var(Reduction.AllDimensions(this), unbiased);

        /// <summary>The variance along one dimension.</summary>
        public Tensor var(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            var([dim], unbiased, keepdim, type);

        /// <summary>The variance along some dimensions.</summary>
        public Tensor var(
            ReadOnlySpan<long> dimensions,
            bool unbiased = true,
            bool keepdim = false,
            ScalarType? type = null
        ) => var(dimensions.ToArray(), unbiased, keepdim, type);

        /// <summary>The variance along some dimensions, divided by n - 1 if unbiased.</summary>
        public Tensor var(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null)
        {
            ArgumentNullException.ThrowIfNull(dimensions);
            var from = type is { } wanted ? to_type(wanted) : this;
            var centred = from.sub(from.mean(dimensions, keepdim: true));
            var count = Reduction.CountOf(this, dimensions) - (unbiased ? 1.0 : 0.0);
            return centred.mul(centred).sum(dimensions, keepdim).div(count);
        }

        /// <summary>The variance along two dimensions.</summary>
        public Tensor var((long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            var((long[])[dim.Item1, dim.Item2], unbiased, keepdim, type);

        /// <summary>The variance along three dimensions.</summary>
        public Tensor var(
            (long, long, long) dim,
            bool unbiased = true,
            bool keepdim = false,
            ScalarType? type = null
        ) => var((long[])[dim.Item1, dim.Item2, dim.Item3], unbiased, keepdim, type);

        /// <summary>The standard deviation of all elements.</summary>
        public Tensor std(bool unbiased = true) => Root(var(unbiased));

        /// <summary>The standard deviation along one dimension.</summary>
        public Tensor std(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Root(var(dim, unbiased, keepdim, type));

        /// <summary>The standard deviation along some dimensions.</summary>
        public Tensor std(
            ReadOnlySpan<long> dimensions,
            bool unbiased = true,
            bool keepdim = false,
            ScalarType? type = null
        ) => Root(var(dimensions, unbiased, keepdim, type));

        /// <summary>The standard deviation along some dimensions.</summary>
        public Tensor std(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Root(var(dimensions, unbiased, keepdim, type));

        /// <summary>The standard deviation along two dimensions.</summary>
        public Tensor std((long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            std((long[])[dim.Item1, dim.Item2], unbiased, keepdim, type);

        /// <summary>The standard deviation along three dimensions.</summary>
        public Tensor std(
            (long, long, long) dim,
            bool unbiased = true,
            bool keepdim = false,
            ScalarType? type = null
        ) => std((long[])[dim.Item1, dim.Item2, dim.Item3], unbiased, keepdim, type);

        /// <summary>The p-norm of all elements, p at least 0 (0: how many are not zero).</summary>
        public Tensor norm(float p = 2) => Reduction.Norm(reshape(-1), 0, false, p);

        /// <summary>The p-norm along one dimension, p at least 0 (0: how many are not zero).</summary>
        public Tensor norm(int dim, bool keepdim = false, float p = 2) => Reduction.Norm(this, dim, keepdim, p);

        /// <summary>Whether all elements are true (not zero).</summary>
        public Tensor all() => Reduction.Fold<AllFold>(to_type(ScalarType.Bool), Reduction.AllDimensions(this), false);

        /// <summary>Whether all elements along a dimension are true.</summary>
        public Tensor all(long dim, bool keepdim = false) =>
            Reduction.Fold<AllFold>(to_type(ScalarType.Bool), [dim], keepdim);

        /// <summary>Whether any element is true (not zero).</summary>
        public Tensor any() => Reduction.Fold<AnyFold>(to_type(ScalarType.Bool), Reduction.AllDimensions(this), false);

        /// <summary>Whether any element along a dimension is true.</summary>
        public Tensor any(long dim, bool keepdim = false) =>
            Reduction.Fold<AnyFold>(to_type(ScalarType.Bool), [dim], keepdim);

        /// <summary>The largest element; NaN if there is one. Equals share the gradient.</summary>
        public Tensor max() => Reduction.ExtremeOfAll(this, largest: true);

        /// <summary>The smallest element; NaN if there is one. Equals share the gradient.</summary>
        public Tensor min() => Reduction.ExtremeOfAll(this, largest: false);

        /// <summary>The largest along a dimension and their indices.</summary>
        public (Tensor values, Tensor indexes) max(long dim, bool keepdim = false) =>
            Reduction.Extreme(this, dim, keepdim, true);

        /// <summary>The smallest along a dimension and their indices.</summary>
        public (Tensor values, Tensor indexes) min(long dim, bool keepdim = false) =>
            Reduction.Extreme(this, dim, keepdim, false);

        /// <summary>The index of the largest of all elements.</summary>
        public Tensor argmax() => reshape(-1).argmax(0);

        /// <summary>The indices of the largest along a dimension.</summary>
        public Tensor argmax(long dim, bool keepdim = false) => max(dim, keepdim).indexes;

        /// <summary>The square root, whose derivative here is zero at zero.</summary>
        private static Tensor Root(Tensor variance)
        {
            var result = variance.detach().sqrt();
            if (Tape.Watches(variance))
            {
                Tape.Record(
                    [result],
                    [variance],
                    [result],
                    new(static b => b.Give(0, b.Grad.div(b.Saved(0).mul(2)).masked_fill(b.Saved(0).eq(0), 0)))
                );
            }

            return result;
        }

        private static void SumBackward(FunctionNode node)
        {
            var kept = (long[])node.State!;
            node.Give(0, node.Grad.view(kept).expand(node.InputSizes(0)));
        }
    }
}
