using TorchSharp.Autograd;
using TorchSharp.Kernels;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>This tensor where the condition is true, else y; broadcast.</summary>
        public Tensor where(Tensor condition, Tensor y)
        {
            ArgumentNullException.ThrowIfNull(condition);
            ArgumentNullException.ThrowIfNull(y);
            var type = Elements.Promote(this, y);
            var (left, right) = (to_type(type), y.to_type(type));
            var sizes = Shapes.Broadcast(condition.Sizes, Shapes.Broadcast(left.Sizes, right.Sizes));
            var result = Allocate(sizes, type);
            var choose = condition.to_type(ScalarType.Bool);
            WhereKernel.Run(choose, left, right, result);
            if (Tape.Watches(left, right))
            {
                Tape.Record([result], [left, right], [choose], new(static b => WhereBackward(b)));
            }

            return result;
        }

        /// <summary>The value where the mask is true, else this tensor; broadcast.</summary>
        public Tensor masked_fill(Tensor mask, Scalar value)
        {
            ArgumentNullException.ThrowIfNull(mask);
            ArgumentNullException.ThrowIfNull(value);
            var choose = mask.to_type(ScalarType.Bool);
            using var constant = Elementwise.Constant(value, elementType);
            var result = Allocate(Shapes.Broadcast(sizes, mask.Sizes), elementType);
            WhereKernel.Run(choose, constant, this, result);
            if (Tape.Watches(this))
            {
                Tape.Record([result], [this], [choose], new(static b => b.Give(0, b.Grad.masked_fill(b.Saved(0), 0))));
            }

            return result;
        }

        /// <summary>Elements along a dimension by an index tensor of the same rank.</summary>
        public Tensor gather(long dim, Tensor index)
        {
            var at = Shapes.Dimension(dim, sizes.Length);
            var result = GatherKernel.Gather(this, at, index);
            if (Tape.Watches(this))
            {
                Tape.Record([result], [this], [index], new(static b => GatherBackward(b), at));
            }

            return result;
        }

        /// <summary>A copy in which the places that the index names along a dimension hold the source's elements.</summary>
        public Tensor scatter(long dim, Tensor index, Tensor src)
        {
            ArgumentNullException.ThrowIfNull(index);
            ArgumentNullException.ThrowIfNull(src);
            var at = Shapes.Dimension(dim, sizes.Length);
            var result = Allocate(sizes, elementType);
            CopyKernel.Run(this, result);
            GatherKernel.Scatter(result, at, index, src.to_type(elementType), add: false);
            if (Tape.Watches(this, src))
            {
                Tape.Record([result], [this, src], [index], new(static b => ScatterBackward(b), at));
            }

            return result;
        }

        /// <summary>Slices of a dimension by a vector of indices.</summary>
        public Tensor index_select(long dim, Tensor index)
        {
            ArgumentNullException.ThrowIfNull(index);
            var at = Shapes.Dimension(dim, sizes.Length);
            var full = Shapes.With(sizes, at, index.Count);
            var shape = new long[sizes.Length];
            Array.Fill(shape, 1);
            shape[at] = index.Count;
            return gather(at, index.to_type(ScalarType.Int64).reshape(shape).expand(full));
        }

        /// <summary>Sums along a dimension, step by step.</summary>
        public Tensor cumsum(long dim, ScalarType? type = null)
        {
            var from = to_type(type ?? (IsFloating ? elementType : ScalarType.Int64));
            var at = Shapes.Dimension(dim, sizes.Length);
            var result = ScanKernel.Run(from, at, product: false);
            return Tape.Record(
                result,
                from,
                static b => b.Give(0, b.Grad.flip((int)b.State!).cumsum((int)b.State!).flip((int)b.State!)),
                at
            );
        }

        /// <summary>Products along a dimension, step by step.</summary>
        public Tensor cumprod(long dim, ScalarType? type = null)
        {
            var from = to_type(type ?? (IsFloating ? elementType : ScalarType.Int64));
            var at = Shapes.Dimension(dim, sizes.Length);
            var result = ScanKernel.Run(from, at, product: true);
            if (Tape.Watches(from))
            {
                Tape.Record([result], [from], [from, result], new(static b => CumprodBackward(b), at));
            }

            return result;
        }

        /// <summary>Sorted along a dimension, NaN last, and where each came from; equals keep their order.</summary>
        public (Tensor Values, Tensor Indices) sort(long dim = -1, bool descending = false, bool stable = false)
        {
            var at = Shapes.Dimension(dim, sizes.Length);
            using var indices = SortKernel.Order(this, at, descending);
            var kept = indices.contiguous();
            return (gather(at, kept), ReferenceEquals(kept, indices) ? indices.clone() : kept);
        }

        /// <summary>The k largest (or smallest) along a dimension, sorted, and where they came from.</summary>
        public (Tensor values, Tensor indexes) topk(int k, int dim = -1, bool largest = true, bool sorted = true)
        {
            var (values, indices) = sort(dim, largest);
            return (values.narrow(dim, 0, k), indices.narrow(dim, 0, k));
        }

        private static void WhereBackward(FunctionNode node)
        {
            var choose = node.Saved(0);
            node.Give(0, node.Grad.masked_fill(choose.logical_not(), 0));
            node.Give(1, node.Grad.masked_fill(choose, 0));
        }

        private static void GatherBackward(FunctionNode node)
        {
            var whole = zeros(node.InputSizes(0), node.InputType(0));
            GatherKernel.Scatter(whole, (int)node.State!, node.Saved(0), node.Grad, add: true);
            node.Give(0, whole);
        }

        private static void ScatterBackward(FunctionNode node)
        {
            var (at, index) = ((int)node.State!, node.Saved(0));
            if (node.Needs(1))
            {
                node.Give(1, node.Grad.gather(at, index));
            }

            var none = zeros(index.Sizes, node.Grad.dtype);
            node.Give(0, node.Grad.scatter(at, index, none));
        }

        private static void CumprodBackward(FunctionNode node)
        {
            var (at, x, y) = ((int)node.State!, node.Saved(0), node.Saved(1));
            if (x.eq(0).any().item<bool>())
            {
                node.Give(0, CumprodSlopes(node.Grad, x, at));
                return;
            }

            var sums = node.Grad.mul(y).flip(at).cumsum(at).flip(at);
            node.Give(0, sums.div(x));
        }

        /// <summary>Without a division: for each element the products that have it, with one in its place.</summary>
        private static Tensor CumprodSlopes(Tensor gradient, Tensor x, int at)
        {
            var slopes = zeros_like(x);
            for (long i = 0; i < x.size(at); i++)
            {
                var others = x.clone();
                others.narrow(at, i, 1).fill(1);
                var from = x.size(at) - i;
                var products = others.cumprod(at).narrow(at, i, from);
                slopes.narrow(at, i, 1).copy_(products.mul(gradient.narrow(at, i, from)).sum(at, keepdim: true));
            }

            return slopes;
        }
    }
}
