using TorchSharp.Autograd;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>A stretch of one dimension; a view.</summary>
        public Tensor narrow(long dim, long start, long length)
        {
            var at = Shapes.Dimension(dim, sizes.Length);
            var first = start < 0 ? start + sizes[at] : start;
            if (length < 0 || first < 0 || first + length > sizes[at])
            {
                throw new ArgumentOutOfRangeException(
                    nameof(start),
                    $"narrow({dim}, {start}, {length}) of shape {Shapes.Show(sizes)}."
                );
            }

            return slice(at, first, first + length, 1);
        }

        /// <summary>Every step-th element from start up to finish (not with it) of one dimension; a view.</summary>
        public Tensor slice(long dim, long start, long finish, long step)
        {
            var at = Shapes.Dimension(dim, sizes.Length);
            if (step < 1)
            {
                throw new ArgumentOutOfRangeException(nameof(step), step, "A slice's step is positive.");
            }

            var first = Math.Clamp(start < 0 ? start + sizes[at] : start, 0, sizes[at]);
            var end = Math.Clamp(finish < 0 ? finish + sizes[at] : finish, first, sizes[at]);
            var newSizes = Shapes.With(sizes, at, (end - first + step - 1) / step);
            var newStrides = Shapes.With(strides, at, strides[at] * step);
            var result = View(newSizes, newStrides, offset + first * strides[at]);
            return Tape.Record(result, this, static b => SliceBackward(b), (at, first, end, step));
        }

        /// <summary>One index of a dimension, which goes away; a view.</summary>
        public Tensor select(long dim, long index)
        {
            var at = Shapes.Dimension(dim, sizes.Length);
            if (sizes.Length == 0 || index < -sizes[at] || index >= sizes[at])
            {
                throw new ArgumentOutOfRangeException(nameof(index), index, $"Outside shape {Shapes.Show(sizes)}.");
            }

            var place = index < 0 ? index + sizes[at] : index;
            var result = View(Shapes.Without(sizes, at), Shapes.Without(strides, at), offset + place * strides[at]);
            return Tape.Record(result, this, static b => SelectBackward(b), (at, place));
        }

        /// <summary>All indices of a dimension, each a view without it.</summary>
        public Tensor[] unbind(long dimension = 0)
        {
            var parts = new Tensor[size((int)dimension)];
            for (var i = 0; i < parts.Length; i++)
            {
                parts[i] = select(dimension, i);
            }

            return parts;
        }

        /// <summary>At most the given number of equal views along a dimension, the last perhaps smaller.</summary>
        public Tensor[] chunk(long chunks, long dim = 0)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(chunks, 1);
            var whole = size((int)dim);
            return split(Math.Max(1, (whole + chunks - 1) / chunks), (int)dim);
        }

        /// <summary>Views of the given size along a dimension, the last perhaps smaller.</summary>
        public Tensor[] split(long size, int dim = 0)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
            var whole = this.size(dim);
            var parts = new Tensor[Math.Max(1, (whole + size - 1) / size)];
            for (var i = 0; i < parts.Length; i++)
            {
                parts[i] = narrow(dim, i * size, Math.Min(size, whole - i * size));
            }

            return parts;
        }

        /// <summary>Views of the given sizes along the first dimension.</summary>
        public Tensor[] split(params long[] sizes) => split(sizes, 0);

        /// <summary>Views of the given sizes along a dimension; the sizes add up to it.</summary>
        public Tensor[] split(long[] sizes, long dim = 0) => split(sizes.AsSpan(), dim);

        /// <summary>Views of the given sizes along a dimension; the sizes add up to it.</summary>
        public Tensor[] split(ReadOnlySpan<long> sizes, long dim = 0)
        {
            var parts = new Tensor[sizes.Length];
            long start = 0;
            for (var i = 0; i < parts.Length; i++)
            {
                parts[i] = narrow(dim, start, sizes[i]);
                start += sizes[i];
            }

            return start == size((int)dim)
                ? parts
                : throw new ArgumentException(
                    $"Sizes {Shapes.Show(sizes)} do not split shape {Shapes.Show(this.sizes)}."
                );
        }

        /// <summary>The order along some dimensions turned round; a copy.</summary>
        public Tensor flip(params long[] dims)
        {
            ArgumentNullException.ThrowIfNull(dims);
            var result = this;
            foreach (var dim in dims)
            {
                var order = arange(size((int)dim) - 1, -1, -1, ScalarType.Int64);
                result = result.index_select(dim, order);
            }

            return ReferenceEquals(result, this) ? clone() : result;
        }

        private static void SliceBackward(FunctionNode node)
        {
            var (at, first, end, step) = ((int, long, long, long))node.State!;
            var whole = zeros(node.InputSizes(0), node.InputType(0));
            whole.slice(at, first, end, step).copy_(node.Grad);
            node.Give(0, whole);
        }

        private static void SelectBackward(FunctionNode node)
        {
            var (at, place) = ((int, long))node.State!;
            var whole = zeros(node.InputSizes(0), node.InputType(0));
            whole.select(at, place).copy_(node.Grad);
            node.Give(0, whole);
        }
    }
}
