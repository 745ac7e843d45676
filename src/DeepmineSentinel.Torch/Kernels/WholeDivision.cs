using System.Numerics;
using static TorchSharp.torch;

namespace TorchSharp.Kernels;

/// <summary>Quotients rounded to whole numbers, as Python rounds them: down by way of the remainder, or towards zero.</summary>
internal static class WholeDivision
{
    /// <summary>Both of one element type and broadcast together; throws if a whole number is divided by zero.</summary>
    public static Tensor Run(Tensor a, Tensor b, bool down)
    {
        var sizes = Shapes.Broadcast(a.Sizes, b.Sizes);
        using var mode = no_grad();
        using var left = a.expand(sizes).PackedAlias();
        using var right = b.expand(sizes).PackedAlias();
        var result = Tensor.Allocate(sizes, a.dtype);
        switch (a.dtype)
        {
            case ScalarType.Float32:
                Reals(left.Flat<float>(), right.Flat<float>(), result.Flat<float>(), down);
                break;
            case ScalarType.Float64:
                Reals(left.Flat<double>(), right.Flat<double>(), result.Flat<double>(), down);
                break;
            case ScalarType.Int64:
                Wholes(left.Flat<long>(), right.Flat<long>(), result.Flat<long>(), down);
                break;
            case ScalarType.Int32:
                Wholes(left.Flat<int>(), right.Flat<int>(), result.Flat<int>(), down);
                break;
            default:
                throw new NotSupportedException($"Rounded quotients of {a.dtype}.");
        }

        return result;
    }

    private static void Reals<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> to, bool down)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (var i = 0; i < to.Length; i++)
        {
            to[i] = down ? Floor(a[i], b[i]) : T.Truncate(a[i] / b[i]);
        }
    }

    private static void Wholes<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> to, bool down)
        where T : unmanaged, IBinaryInteger<T>
    {
        for (var i = 0; i < to.Length; i++)
        {
            var (quotient, rest) = T.DivRem(a[i], b[i]);
            to[i] = down && rest != T.Zero && T.IsNegative(rest) != T.IsNegative(b[i]) ? quotient - T.One : quotient;
        }
    }

    /// <summary>The floor of the exact quotient; rounding the float quotient down can be one too high.</summary>
    private static T Floor<T>(T a, T b)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (b == T.Zero)
        {
            return a / b;
        }

        var rest = a % b;
        var quotient = (a - rest) / b;
        if (rest != T.Zero && b < T.Zero != rest < T.Zero)
        {
            quotient -= T.One;
        }

        if (quotient == T.Zero)
        {
            return T.CopySign(T.Zero, a / b);
        }

        var floor = T.Floor(quotient);
        return quotient - floor > T.One / (T.One + T.One) ? floor + T.One : floor;
    }
}
