using TorchSharp.Autograd;
using TorchSharp.Kernels;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>e to the power of each element.</summary>
        public Tensor exp() => OfResult(Elementwise.Unary<ExpOp>(this), static b => b.Give(0, b.Grad.mul(b.Saved(0))));

        /// <summary>exp(x) - 1, exact near zero.</summary>
        public Tensor expm1() =>
            OfResult(Elementwise.UnaryScalar<Expm1Op>(this), static b => b.Give(0, b.Grad.mul(b.Saved(0).add(1))));

        /// <summary>The natural logarithm.</summary>
        public Tensor log() =>
            OfInput(Elementwise.UnaryScalar<LogOp>(this), static b => b.Give(0, b.Grad.div(b.Saved(0))));

        /// <summary>log(1 + x), exact near zero.</summary>
        public Tensor log1p() =>
            OfInput(Elementwise.UnaryScalar<Log1pOp>(this), static b => b.Give(0, b.Grad.div(b.Saved(0).add(1))));

        /// <summary>The hyperbolic tangent.</summary>
        public Tensor tanh() =>
            OfResult(
                Elementwise.Unary<TanhOp>(this),
                static b => b.Give(0, Elementwise.Binary<TanhGradOp>(b.Grad, b.Saved(0)))
            );

        /// <summary>1 / (1 + exp(-x)).</summary>
        public Tensor sigmoid() =>
            OfResult(
                Elementwise.Unary<SigmoidOp>(this),
                static b => b.Give(0, Elementwise.Binary<SigmoidGradOp>(b.Grad, b.Saved(0)))
            );

        /// <summary>log(sigmoid(x)) without overflow.</summary>
        public Tensor log_sigmoid() =>
            OfInput(
                Elementwise.UnaryScalar<LogSigmoidOp>(this),
                static b => b.Give(0, b.Grad.mul(b.Saved(0).neg().sigmoid()))
            );

        /// <summary>The element where it is above zero, else zero.</summary>
        public Tensor relu() =>
            OfResult(
                Elementwise.Unary<ReluOp>(this),
                static b => b.Give(0, Elementwise.Binary<GateOp>(b.Grad, b.Saved(0)))
            );

        /// <summary>The square root.</summary>
        public Tensor sqrt() =>
            OfResult(Elementwise.Unary<SqrtOp>(this), static b => b.Give(0, b.Grad.div(b.Saved(0).mul(2))));

        /// <summary>The square.</summary>
        public Tensor square() => pow(2);

        /// <summary>The absolute value; its derivative at zero is zero.</summary>
        public Tensor abs()
        {
            if (!IsFloating)
            {
                return maximum(neg());
            }

            return OfInput(Elementwise.Unary<AbsOp>(this), static b => b.Give(0, b.Grad.mul(b.Saved(0).sign())));
        }

        /// <summary>-1, 0 or 1; 0 for NaN.</summary>
        public Tensor sign() => WithoutSlope(Elementwise.UnaryScalar<SignOp>(this));

        /// <summary>Rounded down.</summary>
        public Tensor floor() => WithoutSlope(Elementwise.UnaryScalar<FloorOp>(this));

        /// <summary>Rounded to so many decimals, halves to the even neighbour.</summary>
        public Tensor round(long decimals = 0)
        {
            if (decimals == 0)
            {
                return WithoutSlope(Elementwise.UnaryScalar<RoundOp>(this));
            }

            var scale = Math.Pow(10, decimals);
            return mul(scale).round().div(scale);
        }

        /// <summary>Every element to one power.</summary>
        public Tensor pow(Scalar exponent)
        {
            ArgumentNullException.ThrowIfNull(exponent);
            var from = Elementwise.AsFloat(
                this,
                exponent.Real < 0 || exponent.Type == ScalarType.Float64 ? 0 : RoundingMode.floor
            );
            var result = PowerKernel.Run(from, exponent.Real);
            if (Tape.Watches(from))
            {
                Tape.Record([result], [from], [from], new(static b => PowBackward(b), exponent.Real));
            }

            return result;
        }

        /// <summary>Every element to its own power, broadcast.</summary>
        public Tensor pow(Tensor exponent)
        {
            ArgumentNullException.ThrowIfNull(exponent);
            var result = PowerKernel.Run(this, exponent);
            if (Tape.Watches(this, exponent))
            {
                Tape.Record([result], [this, exponent], [this, exponent, result], new(static b => PowersBackward(b)));
            }

            return result;
        }

        /// <summary>Held between two numbers, either may be missing; NaN stays.</summary>
        public Tensor clamp(Scalar? min = null, Scalar? max = null)
        {
            using var low = min is null ? null : Elementwise.Constant(min, elementType);
            using var high = max is null ? null : Elementwise.Constant(max, elementType);
            return clamp(low, high);
        }

        /// <summary>Held between two tensors, either may be missing; NaN stays, and a bound of NaN gives NaN.</summary>
        public Tensor clamp(Tensor? min = null, Tensor? max = null)
        {
            if (min is null && max is null)
            {
                throw new ArgumentException("clamp needs a lower or an upper bound.");
            }

            var raised = min is null ? this : Elementwise.Binary<MaxOp>(this, min);
            var result = max is null ? raised : Elementwise.Binary<MinOp>(raised, max);
            if (Tape.Watches([this, min, max]))
            {
                Tape.Record(
                    [result],
                    [this, min, max],
                    Kept(this, min, max),
                    new(static b => ClampBackward(b), (min is not null, max is not null))
                );
            }

            return result;
        }

        private static Tensor[] Kept(Tensor x, Tensor? min, Tensor? max) =>
            (min, max) switch
            {
                ({ } low, { } high) => [x, low, high],
                ({ } low, null) => [x, low],
                _ => [x, max!],
            };

        /// <summary>The gradient goes to the element where it is within the bounds, else to the bound that holds it.</summary>
        private static void ClampBackward(FunctionNode node)
        {
            var (hasLow, hasHigh) = ((bool, bool))node.State!;
            var (x, gradient) = (node.Saved(0), node.Grad);
            var low = hasLow ? node.Saved(1) : null;
            var high = hasHigh ? node.Saved(hasLow ? 2 : 1) : null;
            var inside = (low, high) switch
            {
                ({ } a, { } b) => x.ge(a).logical_and(x.le(b)),
                ({ } a, null) => x.ge(a),
                _ => x.le(high!),
            };
            node.Give(0, gradient.mul(inside));
            if (node.Needs(1))
            {
                node.Give(1, gradient.mul(high is null ? x.lt(low!) : x.lt(low!).logical_and(low!.lt(high))));
            }

            if (node.Needs(2))
            {
                node.Give(2, gradient.mul(low is null ? x.gt(high!) : x.gt(high!).logical_or(low.gt(high!))));
            }
        }

        private static void PowBackward(FunctionNode node)
        {
            var power = (double)node.State!;
            node.Give(0, power == 0 ? zeros_like(node.Grad) : node.Grad.mul(node.Saved(0).pow(power - 1).mul(power)));
        }

        private static void PowersBackward(FunctionNode node)
        {
            var (x, power, result) = (node.Saved(0), node.Saved(1), node.Saved(2));
            var slope = power.mul(x.pow(power.sub(1)));
            node.Give(0, node.Grad.mul(torch.where(power.eq(0), zeros_like(slope), slope)));
            if (node.Needs(1))
            {
                var growth = result.mul(x.log());
                node.Give(1, node.Grad.mul(torch.where(x.eq(0), zeros_like(growth), growth)));
            }
        }

        private Tensor OfResult(Tensor result, Action<FunctionNode> backward)
        {
            if (Tape.Watches(this))
            {
                Tape.Record([result], [this], [result], new(backward));
            }

            return result;
        }

        private Tensor OfInput(Tensor result, Action<FunctionNode> backward)
        {
            if (Tape.Watches(this))
            {
                Tape.Record([result], [this], [this], new(backward));
            }

            return result;
        }

        private Tensor WithoutSlope(Tensor result) =>
            Tape.Record(result, this, static b => b.Give(0, zeros(b.InputSizes(0), b.InputType(0))));
    }
}
