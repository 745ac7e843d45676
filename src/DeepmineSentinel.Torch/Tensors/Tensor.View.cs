using TorchSharp.Autograd;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The last two dimensions swapped.</summary>
        public Tensor mT => transpose(-2, -1);

        /// <summary>A view of another shape, one size may be -1; throws where the layout does not allow it.</summary>
        public Tensor view(params long[] shape)
        {
            ArgumentNullException.ThrowIfNull(shape);
            if (!IsContiguous)
            {
                throw new InvalidOperationException(
                    $"view needs a contiguous tensor; use reshape to {Shapes.Show(shape)}."
                );
            }

            var full = Reshaping.Resolve(shape, this);
            var result = View(full, Shapes.ContiguousStrides(full), offset);
            return Tape.Record(result, this, static b => b.Give(0, b.Grad.reshape(b.InputSizes(0))));
        }

        /// <summary>Another shape, one size may be -1: a view, or a copy where the layout asks for one.</summary>
        public Tensor reshape(params long[] shape)
        {
            ArgumentNullException.ThrowIfNull(shape);
            var full = Reshaping.Resolve(shape, this);
            if (Reshaping.TryStrides(this, full) is { } steps)
            {
                var result = View(full, steps, offset);
                return Tape.Record(result, this, static b => b.Give(0, b.Grad.reshape(b.InputSizes(0))));
            }

            return contiguous().view(full);
        }

        /// <summary>Dimensions from start to end joined into one.</summary>
        public Tensor flatten(long start_dim = 0, long end_dim = -1)
        {
            if (sizes.Length == 0)
            {
                return reshape(1);
            }

            var first = Shapes.Dimension(start_dim, sizes.Length);
            var last = Shapes.Dimension(end_dim, sizes.Length);
            var joined = new List<long>(sizes[..first]) { Shapes.Count(sizes.AsSpan(first, last - first + 1)) };
            joined.AddRange(sizes[(last + 1)..]);
            return reshape([.. joined]);
        }

        /// <summary>Two dimensions swapped; a view.</summary>
        public Tensor transpose(long dim0, long dim1)
        {
            var (a, b) = (Shapes.Dimension(dim0, sizes.Length), Shapes.Dimension(dim1, sizes.Length));
            if (sizes.Length == 0)
            {
                return Alias();
            }

            Span<long> newSizes = stackalloc long[sizes.Length];
            Span<long> newStrides = stackalloc long[sizes.Length];
            sizes.CopyTo(newSizes);
            strides.CopyTo(newStrides);
            (newSizes[a], newSizes[b]) = (newSizes[b], newSizes[a]);
            (newStrides[a], newStrides[b]) = (newStrides[b], newStrides[a]);
            var result = View(newSizes, newStrides, offset);
            return Tape.Record(result, this, static n => n.Give(0, Swap(n)), (a, b));
        }

        /// <summary>A matrix transposed; fewer dimensions stay as they are.</summary>
        public Tensor t() =>
            sizes.Length > 2
                ? throw new InvalidOperationException($"t() needs at most two dimensions, not {Shapes.Show(sizes)}.")
            : sizes.Length < 2 ? View(sizes, strides, offset)
            : transpose(0, 1);

        /// <summary>The dimensions in another order; a view.</summary>
        public Tensor permute(params long[] permutation)
        {
            ArgumentNullException.ThrowIfNull(permutation);
            if (permutation.Length != sizes.Length)
            {
                throw new ArgumentException($"permute of {Shapes.Show(sizes)} by {Shapes.Show(permutation)}.");
            }

            var newSizes = new long[sizes.Length];
            var newStrides = new long[sizes.Length];
            var inverse = new long[sizes.Length];
            Array.Fill(inverse, -1);
            for (var i = 0; i < permutation.Length; i++)
            {
                var from = Shapes.Dimension(permutation[i], sizes.Length);
                (newSizes[i], newStrides[i], inverse[from]) = (sizes[from], strides[from], i);
            }

            if (Array.IndexOf(inverse, -1) >= 0)
            {
                throw new ArgumentException($"A dimension is repeated in {Shapes.Show(permutation)}.");
            }

            var result = View(newSizes, newStrides, offset);
            return Tape.Record(result, this, static b => b.Give(0, b.Grad.permute((long[])b.State!)), inverse);
        }

        /// <summary>A dimension of size 1 put in; a view.</summary>
        public Tensor unsqueeze(long dim)
        {
            var at = Shapes.Dimension(dim, sizes.Length + 1);
            var step = at < sizes.Length ? strides[at] * sizes[at] : 1;
            Span<long> newSizes = stackalloc long[sizes.Length + 1];
            Span<long> newStrides = stackalloc long[sizes.Length + 1];
            for (var i = 0; i < newSizes.Length; i++)
            {
                (newSizes[i], newStrides[i]) =
                    i == at ? (1, step)
                    : i < at ? (sizes[i], strides[i])
                    : (sizes[i - 1], strides[i - 1]);
            }

            var result = View(newSizes, newStrides, offset);
            return Tape.Record(result, this, static b => b.Give(0, b.Grad.reshape(b.InputSizes(0))));
        }

        /// <summary>Dimensions of size 1 taken out: the given one, or all; a view.</summary>
        public Tensor squeeze(long? dim = null)
        {
            var only = dim is { } given ? Shapes.Dimension(given, sizes.Length) : -1;
            Span<long> newSizes = stackalloc long[sizes.Length];
            Span<long> newStrides = stackalloc long[sizes.Length];
            var kept = 0;
            for (var i = 0; i < sizes.Length; i++)
            {
                if (sizes[i] != 1 || (only >= 0 && only != i))
                {
                    (newSizes[kept], newStrides[kept]) = (sizes[i], strides[i]);
                    kept++;
                }
            }

            var result = View(newSizes[..kept], newStrides[..kept], offset);
            return Tape.Record(result, this, static b => b.Give(0, b.Grad.reshape(b.InputSizes(0))));
        }

        /// <summary>Broadcast to a larger shape without a copy; -1 keeps a size.</summary>
        public Tensor expand(params long[] sizes) => expand(sizes, false);

        /// <summary>Broadcast to a larger shape without a copy; -1 keeps a size.</summary>
        public Tensor expand(ReadOnlySpan<long> sizes, bool isImplicit = false) => expand(sizes.ToArray(), isImplicit);

        /// <summary>Broadcast to a larger shape without a copy; -1 keeps a size.</summary>
        public Tensor expand(Size sizes, bool isImplicit = false) => expand([.. sizes], isImplicit);

        /// <summary>Broadcast to a larger shape without a copy; -1 keeps a size.</summary>
        public Tensor expand(long[] sizes, bool isImplicit = false)
        {
            ArgumentNullException.ThrowIfNull(sizes);
            var (full, steps) = Reshaping.Expand(this, sizes);
            var result = View(full, steps, offset);
            return Tape.Record(result, this, static b => b.Give(0, b.Grad));
        }

        /// <summary>The tensor repeated along each dimension; a copy.</summary>
        public Tensor repeat(params long[] sizes)
        {
            ArgumentNullException.ThrowIfNull(sizes);
            var lead = sizes.Length - this.sizes.Length;
            if (lead < 0)
            {
                throw new ArgumentException($"repeat of {Shapes.Show(this.sizes)} by {Shapes.Show(sizes)}.");
            }

            var spread = new List<long>();
            var single = new List<long>();
            var joined = new long[sizes.Length];
            for (var i = 0; i < sizes.Length; i++)
            {
                var own = i < lead ? 1 : this.sizes[i - lead];
                single.AddRange([1, own]);
                spread.AddRange([sizes[i], own]);
                joined[i] = sizes[i] * own;
            }

            return reshape([.. single]).expand([.. spread]).reshape(joined);
        }

        private static Tensor Swap(FunctionNode node)
        {
            var (a, b) = ((int, int))node.State!;
            return node.Grad.transpose(a, b);
        }
    }
}
