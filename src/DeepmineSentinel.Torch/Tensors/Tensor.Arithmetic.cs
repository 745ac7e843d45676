using TorchSharp.Autograd;
using TorchSharp.Kernels;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Sum, broadcast.</summary>
        public Tensor add(Tensor target)
        {
            var result = Elementwise.Binary<AddOp>(this, target);
            return Tape.Record(result, this, target, static b => GiveBoth(b));
        }

        /// <summary>this + alpha target, broadcast.</summary>
        public Tensor add(Tensor target, Scalar alpha) => add(target.mul(alpha));

        /// <summary>A number added to every element.</summary>
        public Tensor add(Scalar scalar) =>
            Tape.Record(Elementwise.Binary<AddOp>(this, scalar), this, static b => b.Give(0, b.Grad));

        /// <summary>alpha times a number added to every element.</summary>
        public Tensor add(Scalar scalar, Scalar alpha)
        {
            ArgumentNullException.ThrowIfNull(scalar);
            ArgumentNullException.ThrowIfNull(alpha);
            return add(scalar.Real * alpha.Real);
        }

        /// <summary>Difference, broadcast.</summary>
        public Tensor sub(Tensor target)
        {
            var result = Elementwise.Binary<SubOp>(this, target);
            return Tape.Record(result, this, target, static b => GiveDifference(b));
        }

        /// <summary>A number taken from every element.</summary>
        public Tensor sub(Scalar target) =>
            Tape.Record(Elementwise.Binary<SubOp>(this, target), this, static b => b.Give(0, b.Grad));

        /// <summary>Product, broadcast.</summary>
        public Tensor mul(Tensor target)
        {
            var result = Elementwise.Binary<MulOp>(this, target);
            if (Tape.Watches(this, target))
            {
                Tape.Record([result], [this, target], [this, target], new(static b => MulBackward(b)));
            }

            return result;
        }

        /// <summary>Every element times a number.</summary>
        public Tensor mul(Scalar target) =>
            Tape.Record(
                Elementwise.Binary<MulOp>(this, target),
                this,
                static b => b.Give(0, b.Grad.mul((Scalar)b.State!)),
                target
            );

        /// <summary>Quotient, broadcast; whole numbers give floats unless rounded.</summary>
        public Tensor div(Tensor target, RoundingMode rounding_mode = RoundingMode.None)
        {
            ArgumentNullException.ThrowIfNull(target);
            if (rounding_mode != RoundingMode.None)
            {
                return Elementwise.Whole(this, target, Elements.Promote(this, target), rounding_mode);
            }

            var (a, b) = (Elementwise.AsFloat(this, rounding_mode), Elementwise.AsFloat(target, rounding_mode));
            var result = Elementwise.Binary<DivOp>(a, b);
            if (Tape.Watches(a, b))
            {
                Tape.Record([result], [a, b], [a, b], new(static n => DivBackward(n)));
            }

            return result;
        }

        /// <summary>Every element divided by a number; whole numbers give floats unless rounded.</summary>
        public Tensor div(Scalar target, RoundingMode rounding_mode = RoundingMode.None)
        {
            ArgumentNullException.ThrowIfNull(target);
            if (rounding_mode != RoundingMode.None)
            {
                var type = Elements.Promote(this, target);
                using var divisor = Elementwise.Constant(target, type);
                return Elementwise.Whole(this, divisor, type, rounding_mode);
            }

            var from = Elementwise.AsFloat(this, rounding_mode);
            return Tape.Record(
                Elementwise.Binary<DivOp>(from, target),
                from,
                static b => b.Give(0, b.Grad.div((Scalar)b.State!)),
                target
            );
        }

        /// <summary>The sign turned.</summary>
        public Tensor neg() => mul(-1);

        /// <summary>The larger of two, NaN where either is; equal elements share the gradient, beside NaN both get it.</summary>
        public Tensor maximum(Tensor other)
        {
            var result = Elementwise.Binary<MaxOp>(this, other);
            return RecordExtreme(result, other, true);
        }

        /// <summary>The smaller of two, NaN where either is; equal elements share the gradient, beside NaN both get it.</summary>
        public Tensor minimum(Tensor other)
        {
            var result = Elementwise.Binary<MinOp>(this, other);
            return RecordExtreme(result, other, false);
        }

        private static void GiveBoth(FunctionNode node)
        {
            node.Give(0, node.Grad);
            node.Give(1, node.Grad);
        }

        private static void GiveDifference(FunctionNode node)
        {
            node.Give(0, node.Grad);
            if (node.Needs(1))
            {
                node.Give(1, node.Grad.neg());
            }
        }

        private static void MulBackward(FunctionNode node)
        {
            if (node.Needs(0))
            {
                node.Give(0, node.Grad.mul(node.Saved(1)));
            }

            if (node.Needs(1))
            {
                node.Give(1, node.Grad.mul(node.Saved(0)));
            }
        }

        private static void DivBackward(FunctionNode node)
        {
            var (a, b) = (node.Saved(0), node.Saved(1));
            var quotient = node.Grad.div(b);
            if (node.Needs(1))
            {
                node.Give(1, quotient.mul(a).div(b).neg());
            }

            node.Give(0, quotient);
        }

        private static void ExtremeBackward(FunctionNode node)
        {
            var (a, b) = (node.Saved(0), node.Saved(1));
            var equal = a.eq(b).to_type(node.Grad.dtype).mul(0.5);
            var (first, second) = (bool)node.State! ? (a.lt(b), a.gt(b)) : (a.gt(b), a.lt(b));
            node.Give(0, node.Grad.mul(first.logical_not().to_type(node.Grad.dtype).sub(equal)));
            node.Give(1, node.Grad.mul(second.logical_not().to_type(node.Grad.dtype).sub(equal)));
        }

        private Tensor RecordExtreme(Tensor result, Tensor other, bool largest)
        {
            if (Tape.Watches(this, other))
            {
                Tape.Record([result], [this, other], [this, other], new(static n => ExtremeBackward(n), largest));
            }

            return result;
        }
    }
}
