using TorchSharp.Kernels;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Equal, element by element; a truth tensor.</summary>
        public Tensor eq(Tensor target) => CompareKernel.Run<EqOp>(this, target);

        /// <summary>Equal, element by element; a truth tensor.</summary>
        public Tensor eq(Scalar target) => CompareKernel.Run<EqOp>(this, target);

        /// <summary>Not equal, element by element; a truth tensor.</summary>
        public Tensor ne(Tensor target) => CompareKernel.Run<NeOp>(this, target);

        /// <summary>Not equal, element by element; a truth tensor.</summary>
        public Tensor ne(Scalar target) => CompareKernel.Run<NeOp>(this, target);

        /// <summary>Larger, element by element; a truth tensor.</summary>
        public Tensor gt(Tensor target) => CompareKernel.Run<GtOp>(this, target);

        /// <summary>Larger, element by element; a truth tensor.</summary>
        public Tensor gt(Scalar target) => CompareKernel.Run<GtOp>(this, target);

        /// <summary>Larger or equal, element by element; a truth tensor.</summary>
        public Tensor ge(Tensor target) => CompareKernel.Run<GeOp>(this, target);

        /// <summary>Larger or equal, element by element; a truth tensor.</summary>
        public Tensor ge(Scalar target) => CompareKernel.Run<GeOp>(this, target);

        /// <summary>Smaller, element by element; a truth tensor.</summary>
        public Tensor lt(Tensor target) => CompareKernel.Run<LtOp>(this, target);

        /// <summary>Smaller, element by element; a truth tensor.</summary>
        public Tensor lt(Scalar target) => CompareKernel.Run<LtOp>(this, target);

        /// <summary>Smaller or equal, element by element; a truth tensor.</summary>
        public Tensor le(Tensor target) => CompareKernel.Run<LeOp>(this, target);

        /// <summary>Smaller or equal, element by element; a truth tensor.</summary>
        public Tensor le(Scalar target) => CompareKernel.Run<LeOp>(this, target);

        /// <summary>True where both are not zero.</summary>
        public Tensor logical_and(Tensor other) => CompareKernel.Run<AndOp>(this, other);

        /// <summary>True where one is not zero.</summary>
        public Tensor logical_or(Tensor other) => CompareKernel.Run<OrOp>(this, other);

        /// <summary>True where zero.</summary>
        public Tensor logical_not() => CompareKernel.Run<EqOp>(this, 0);

        /// <summary>True where not a number.</summary>
        public Tensor isnan() => CompareKernel.Run<NeOp>(this, this);

        /// <summary>True where neither infinite nor NaN.</summary>
        public Tensor isfinite() =>
            IsFloating ? abs().lt(double.PositiveInfinity) : CompareKernel.Run<EqOp>(this, this);
    }
}
