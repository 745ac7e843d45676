using System.Runtime.InteropServices;
using TorchSharp.Kernels;
using TorchSharp.Utils;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The buffer's bytes, live; only for contiguous tensors.</summary>
        public Span<byte> bytes
        {
            get
            {
                if (!IsContiguous)
                {
                    throw new InvalidOperationException("bytes needs a contiguous tensor.");
                }

                var size = Elements.SizeOf(elementType);
                Storage.Exposures++;
                return Storage.Elements<byte>(offset * size, Count * size);
            }
            set
            {
                value.CopyTo(bytes);
                Storage.Version++;
            }
        }

        /// <summary>The elements, to read and write; the type must be the tensor's own.</summary>
        public TensorAccessor<T> data<T>()
            where T : unmanaged
        {
            if (Elements.TypeOf<T>() != elementType)
            {
                throw new ArgumentException($"A tensor of {elementType} holds no {typeof(T).Name}.");
            }

            return new TensorAccessor<T>(this);
        }

        /// <summary>The one element, converted; throws if there is more than one.</summary>
        public T item<T>()
            where T : unmanaged
        {
            if (Count != 1)
            {
                throw new InvalidOperationException($"item() needs one element, not shape {Shapes.Show(sizes)}.");
            }

            using var converted =
                Elements.TypeOf<T>() == elementType ? Alias() : ConvertTo(Elements.TypeOf<T>(), false);
            return MemoryMarshal.GetReference(converted.Reach<T>());
        }

        /// <summary>Converted to another element type; itself where the type is the same.</summary>
        public Tensor to(ScalarType type) => to_type(type);

        /// <summary>Itself: there is one device.</summary>
        public Tensor to(Device device)
        {
            ArgumentNullException.ThrowIfNull(device);
            return this;
        }

        /// <summary>Converted to another element type; itself where the type is the same.</summary>
        public Tensor to_type(ScalarType type)
        {
            if (type == elementType)
            {
                return this;
            }

            var result = ConvertTo(type, true);
            return Elements.IsFloating(type)
                ? Autograd.Tape.Record(result, this, static b => b.Give(0, b.Grad.to_type(b.InputType(0))))
                : result;
        }

        /// <summary>Itself: there is one device.</summary>
        public Tensor cpu() => this;

        /// <summary>Its elements in one block in row-major order: itself, or a copy.</summary>
        public Tensor contiguous()
        {
            if (IsContiguous)
            {
                return this;
            }

            var packed = Allocate(sizes, elementType);
            CopyKernel.Run(this, packed);
            return Autograd.Tape.Record(packed, this, static b => b.Give(0, b.Grad));
        }

        /// <summary>A copy with its own buffer.</summary>
        public Tensor clone()
        {
            var copy = AllocateLike(elementType);
            CopyKernel.Run(this, copy);
            return Autograd.Tape.Record(copy, this, static b => b.Give(0, b.Grad));
        }

        /// <summary>Another handle with the same history.</summary>
        internal Tensor AliasForUser()
        {
            var alias = View(sizes, strides, offset);
            alias.Meta = Meta;
            return alias;
        }

        /// <summary>A contiguous handle outside scopes and tape.</summary>
        internal Tensor PackedAlias()
        {
            if (IsContiguous)
            {
                return Alias();
            }

            var packed = Allocate(sizes, elementType, tracked: false);
            CopyKernel.Run(this, packed);
            return packed;
        }

        internal Tensor ConvertTo(ScalarType type, bool tracked)
        {
            var result = Allocate(sizes, type, tracked);
            CopyKernel.Run(this, result);
            return result;
        }
    }
}
