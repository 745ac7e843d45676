using System.Diagnostics.CodeAnalysis;
using TorchSharp.Autograd;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>
    /// An array of numbers with a shape, possibly a view into another's buffer. Disposing a handle leaves views and
    /// the tape whole: they hold the buffer themselves.
    /// </summary>
    public partial class Tensor : IDisposable
    {
        private readonly long[] sizes;
        private readonly long[] strides;
        private readonly long offset;
        private readonly ScalarType elementType;
        private Storage? storage;

        internal Tensor(Storage storage, ScalarType type, TensorLayout layout, bool tracked = true)
        {
            this.storage = storage;
            elementType = type;
            sizes = layout.Sizes;
            strides = layout.Strides;
            offset = layout.Offset;
            Count = Shapes.Count(sizes);
            IsContiguous = Shapes.IsContiguous(sizes, strides);
            if (tracked)
            {
                DisposeScopes.Current?.Track(this);
            }
        }

        /// <summary>True once the tensor has been disposed.</summary>
        public bool IsInvalid => storage is null;

        /// <summary>The element type.</summary>
        public ScalarType dtype => elementType;

        /// <summary>The device; always the processor.</summary>
        [SuppressMessage("Performance", "CA1822", Justification = "TorchSharp's API has it on the instance.")]
        public Device device => CPU;

        /// <summary>A copy of the shape.</summary>
        public long[] shape => (long[])sizes.Clone();

        /// <summary>The number of dimensions.</summary>
        public long ndim => sizes.Length;

        internal long[] Sizes => sizes;

        internal long[] Strides => strides;

        internal long Offset => offset;

        internal long Count { get; }

        internal bool IsContiguous { get; }

        internal Storage Storage =>
            storage ?? throw new ObjectDisposedException(nameof(Tensor), "This tensor has been disposed.");

        internal DisposeScope? Scope { get; set; }

        internal int ScopeIndex { get; set; }

        internal AutogradMeta? Meta { get; set; }

        internal bool IsFloating => elementType is ScalarType.Float32 or ScalarType.Float64;

        /// <summary>The number of dimensions.</summary>
        public long dim() => sizes.Length;

        /// <summary>The number of elements.</summary>
        public long numel() => Count;

        /// <summary>The size of one dimension; negative counts from the end.</summary>
        public long size(int dim) => sizes[Shapes.Dimension(dim, sizes.Length)];

        /// <summary>A copy of the shape.</summary>
        public long[] size() => shape;

        /// <summary>Releases this handle; the buffer goes back to the pool with its last user.</summary>
        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        /// <summary>Takes the tensor out of every dispose scope.</summary>
        public Tensor DetachFromDisposeScope()
        {
            Scope?.Untrack(this);
            return this;
        }

        /// <summary>Moves the tensor to the scope around its own.</summary>
        public Tensor MoveToOuterDisposeScope()
        {
            Scope?.MoveToOuter(this);
            return this;
        }

        /// <inheritdoc/>
        public override string ToString() => $"{Shapes.Show(sizes)}, type = {elementType}, device = cpu";

        /// <summary>Releases the handle's hold on its buffer.</summary>
        protected virtual void Dispose(bool disposing)
        {
            var held = storage;
            if (held is null)
            {
                return;
            }

            storage = null;
            Scope?.Untrack(this);
            held.Release();
        }

        /// <summary>A new tensor of its own buffer, not cleared.</summary>
        internal static Tensor Allocate(ReadOnlySpan<long> sizes, ScalarType type, bool tracked = true)
        {
            var buffer = BufferPool.Rent(Shapes.Count(sizes) * Elements.SizeOf(type));
            return new Tensor(buffer, type, TensorLayout.Contiguous(sizes), tracked);
        }

        /// <summary>A new tensor laid out as this one where that is dense, else contiguous; not cleared.</summary>
        internal Tensor AllocateLike(ScalarType type)
        {
            if (IsContiguous || !Shapes.IsDense(sizes, strides))
            {
                return IsContiguous ? AllocateAs(type, strides) : Allocate(sizes, type);
            }

            return AllocateAs(type, strides);
        }

        /// <summary>Another handle on the same elements, outside the dispose scopes and the tape.</summary>
        internal Tensor Alias() =>
            new(Storage.Retain(), elementType, new TensorLayout(sizes, strides, offset), tracked: false);

        /// <summary>A view into the same buffer.</summary>
        internal Tensor View(ReadOnlySpan<long> newSizes, ReadOnlySpan<long> newStrides, long newOffset)
        {
            var layout = new TensorLayout(ShapeTable.Shared(newSizes), ShapeTable.Shared(newStrides), newOffset);
            return new(Storage.Retain(), elementType, layout);
        }

        /// <summary>A new handle in place of this disposed one, on the buffer that somebody kept.</summary>
        internal Tensor Revived(Storage kept) =>
            new(kept.Retain(), elementType, new TensorLayout(sizes, strides, offset));

        /// <summary>The elements in order; only for contiguous tensors.</summary>
        internal Span<T> Flat<T>()
            where T : unmanaged => Storage.Elements<T>(offset, Count);

        /// <summary>All elements that this tensor's strides can reach.</summary>
        internal Span<T> Reach<T>()
            where T : unmanaged
        {
            if (Count == 0)
            {
                return [];
            }

            long last = 0;
            for (var i = 0; i < sizes.Length; i++)
            {
                last += (sizes[i] - 1) * strides[i];
            }

            return Storage.Elements<T>(offset, last + 1);
        }

        private Tensor AllocateAs(ScalarType type, long[] layout)
        {
            var buffer = BufferPool.Rent(Count * Elements.SizeOf(type));
            return new Tensor(buffer, type, new TensorLayout(sizes, layout, 0));
        }
    }
}
