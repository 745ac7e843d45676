using TorchSharp.Autograd;
using TorchSharp.Kernels;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Element types, broadcasting and results of elementwise operations; the tape is the callers' matter.</summary>
internal static class Elementwise
{
    public static Tensor Binary<TOp>(Tensor a, Tensor b)
        where TOp : struct, IBinaryOp
    {
        ArgumentNullException.ThrowIfNull(b);
        var type = Elements.Promote(a, b);
        var (left, right) = (Converted(a, type), Converted(b, type));
        var result = Target(left, right, type);
        BinaryKernel.Run<TOp>(left, right, result);
        return result;
    }

    public static Tensor Binary<TOp>(Tensor a, Scalar b)
        where TOp : struct, IBinaryOp
    {
        ArgumentNullException.ThrowIfNull(b);
        var type = Elements.Promote(a, b);
        var left = Converted(a, type);
        using var right = Constant(b, type);
        var result = left.AllocateLike(type);
        BinaryKernel.Run<TOp>(left, right, result);
        return result;
    }

    /// <summary>Writes a op b into a itself.</summary>
    public static void InPlace<TOp>(Tensor a, Tensor b)
        where TOp : struct, IBinaryOp
    {
        if (!Shapes.Same(Shapes.Broadcast(a.Sizes, b.Sizes), a.Sizes))
        {
            throw new ArgumentException($"Shape {Shapes.Show(b.Sizes)} does not fit into {Shapes.Show(a.Sizes)}.");
        }

        BinaryKernel.Run<TOp>(a, Converted(b, a.dtype), a);
    }

    public static Tensor Unary<TOp>(Tensor a)
        where TOp : struct, IUnaryOp
    {
        var from = AsFloat(a, RoundingMode.None);
        var result = from.AllocateLike(from.dtype);
        UnaryKernel.Run<TOp>(from, result);
        return result;
    }

    public static Tensor UnaryScalar<TOp>(Tensor a)
        where TOp : struct, IScalarOp
    {
        var from = AsFloat(a, RoundingMode.None);
        var result = from.AllocateLike(from.dtype);
        UnaryKernel.RunScalar<TOp>(from, result);
        return result;
    }

    public static Tensor AsFloat(Tensor tensor, RoundingMode rounding) =>
        tensor.IsFloating || rounding != RoundingMode.None ? tensor : tensor.to_type(ScalarType.Float32);

    /// <summary>The quotient in an element type, rounded to whole numbers; its derivative is zero.</summary>
    public static Tensor Whole(Tensor a, Tensor b, ScalarType type, RoundingMode rounding)
    {
        var result = WholeDivision.Run(Converted(a, type), Converted(b, type), rounding == RoundingMode.floor);
        return Tape.Record(
            result,
            a,
            b,
            static n =>
            {
                n.Give(0, zeros(n.InputSizes(0), n.InputType(0)));
                n.Give(1, zeros(n.InputSizes(1), n.InputType(1)));
            }
        );
    }

    public static Tensor Converted(Tensor tensor, ScalarType type) =>
        tensor.dtype == type ? tensor : tensor.ConvertTo(type, true);

    /// <summary>One number as a tensor outside scopes and tape.</summary>
    public static Tensor Constant(Scalar value, ScalarType type)
    {
        var constant = Tensor.Allocate(Shapes.Scalar, type, tracked: false);
        constant.fill(value);
        return constant;
    }

    private static Tensor Target(Tensor a, Tensor b, ScalarType type)
    {
        var sizes = Shapes.Broadcast(a.Sizes, b.Sizes);
        if (Shapes.Same(sizes, a.Sizes))
        {
            return a.AllocateLike(type);
        }

        return Shapes.Same(sizes, b.Sizes) ? b.AllocateLike(type) : Tensor.Allocate(sizes, type);
    }
}
