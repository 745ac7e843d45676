using TorchSharp.Autograd;
using TorchSharp.Kernels;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Adds a tensor in place.</summary>
        public Tensor add_(Tensor target)
        {
            ArgumentNullException.ThrowIfNull(target);
            return Write<AddOp>(target, static b => GiveBoth(b));
        }

        /// <summary>Adds alpha times a tensor in place.</summary>
        public Tensor add_(Tensor target, Scalar alpha)
        {
            ArgumentNullException.ThrowIfNull(target);
            return add_(target.mul(alpha));
        }

        /// <summary>Adds a number in place.</summary>
        public Tensor add_(Scalar scalar) => Write<AddOp>(scalar, static b => b.Give(0, b.Grad));

        /// <summary>Adds alpha times a number in place.</summary>
        public Tensor add_(Scalar scalar, Scalar alpha)
        {
            ArgumentNullException.ThrowIfNull(scalar);
            ArgumentNullException.ThrowIfNull(alpha);
            return add_(scalar.Real * alpha.Real);
        }

        /// <summary>Multiplies by a tensor in place; the factor is differentiated only where this tensor is not.</summary>
        public Tensor mul_(Tensor target)
        {
            ArgumentNullException.ThrowIfNull(target);
            if (Tape.Watches(this, target))
            {
                throw new InvalidOperationException("mul_ by a tensor is not recorded; use mul.");
            }

            return Write<MulOp>(target, static b => b.Give(0, b.Grad));
        }

        /// <summary>Multiplies by a number in place.</summary>
        public Tensor mul_(Scalar target) => Write<MulOp>(target, static b => b.Give(0, b.Grad.mul((Scalar)b.State!)));

        /// <summary>Takes over another tensor's elements, converted and broadcast.</summary>
        public Tensor copy_(Tensor source, bool nonBlocking = false)
        {
            ArgumentNullException.ThrowIfNull(source);
            if (!Shapes.Same(Shapes.Broadcast(sizes, source.Sizes), sizes))
            {
                throw new ArgumentException(
                    $"Shape {Shapes.Show(source.Sizes)} does not fit into {Shapes.Show(sizes)}."
                );
            }

            CheckWritable(source);
            CopyKernel.Run(source, this);
            Storage.Version++;
            if (Tape.Watches(source))
            {
                Rebase(source, static b => b.Give(1, b.Grad));
            }

            return this;
        }

        /// <summary>Sets every element to zero.</summary>
        public Tensor zero_()
        {
            CheckWritable(this);
            Storage.Version++;
            return fill(0);
        }

        /// <summary>Sets the elements where the mask is true.</summary>
        public Tensor masked_fill_(Tensor mask, Scalar value)
        {
            ArgumentNullException.ThrowIfNull(mask);
            CheckWritable(this);
            using var constant = Elementwise.Constant(value, elementType);
            WhereKernel.Run(mask.to_type(ScalarType.Bool), constant, this, this);
            Storage.Version++;
            if (Tape.Watches(this))
            {
                var old = Alias();
                old.Meta = Meta;
                Tape.Record([this], [old], [mask], new(static b => b.Give(0, b.Grad.masked_fill(b.Saved(0), 0))));
                old.Dispose();
            }

            return this;
        }

        /// <summary>Sets every element, without a record.</summary>
        internal Tensor fill(Scalar value)
        {
            switch (elementType)
            {
                case ScalarType.Float32 when IsContiguous:
                    Flat<float>().Fill((float)value.Real);
                    break;
                case ScalarType.Int64 when IsContiguous:
                    Flat<long>().Fill(value.Whole);
                    break;
                case ScalarType.Float64 when IsContiguous:
                    Flat<double>().Fill(value.Real);
                    break;
                default:
                    FillByCopy(value);
                    break;
            }

            return this;
        }

        private void FillByCopy(Scalar value)
        {
            using var single = Allocate(Shapes.Scalar, ScalarType.Float64, tracked: false);
            single.Flat<double>()[0] = value.Real;
            CopyKernel.Run(single, this);
        }

        private Tensor Write<TOp>(Tensor other, Action<FunctionNode> backward)
            where TOp : struct, IBinaryOp
        {
            CheckWritable(other);
            Elementwise.InPlace<TOp>(this, other);
            Storage.Version++;
            if (Tape.Watches(this, other))
            {
                Rebase(other, backward);
            }

            return this;
        }

        private Tensor Write<TOp>(Scalar other, Action<FunctionNode> backward)
            where TOp : struct, IBinaryOp
        {
            ArgumentNullException.ThrowIfNull(other);
            CheckWritable(this);
            using var constant = Elementwise.Constant(other, elementType);
            Elementwise.InPlace<TOp>(this, constant);
            Storage.Version++;
            if (Tape.Watches(this))
            {
                using var old = Alias();
                old.Meta = Meta;
                Tape.Record([this], [old], [], new(backward, other));
            }

            return this;
        }

        /// <summary>Puts this tensor behind a new node whose first input is what it was before.</summary>
        private void Rebase(Tensor other, Action<FunctionNode> backward)
        {
            using var old = Alias();
            old.Meta = Meta;
            Tape.Record([this], [old, other], [], new(backward));
        }

        private void CheckWritable(Tensor other)
        {
            if (GradMode.Enabled && Meta is { Function: null })
            {
                throw new InvalidOperationException(
                    "A leaf that requires grad is not changed in place outside no_grad()."
                );
            }

            ObjectDisposedException.ThrowIf(other.IsInvalid, other);
        }
    }
}
