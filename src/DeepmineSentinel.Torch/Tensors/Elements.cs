using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Element types: sizes, names and PyTorch's rules of promotion.</summary>
internal static class Elements
{
    public static int SizeOf(ScalarType type) =>
        type switch
        {
            ScalarType.Float64 or ScalarType.Int64 => 8,
            ScalarType.Float32 or ScalarType.Int32 => 4,
            _ => 1,
        };

    public static ScalarType TypeOf<T>() =>
        typeof(T) == typeof(float) ? ScalarType.Float32
        : typeof(T) == typeof(double) ? ScalarType.Float64
        : typeof(T) == typeof(long) ? ScalarType.Int64
        : typeof(T) == typeof(int) ? ScalarType.Int32
        : typeof(T) == typeof(byte) ? ScalarType.Byte
        : typeof(T) == typeof(bool) ? ScalarType.Bool
        : throw new ArgumentException($"Elements of type {typeof(T).Name} are not supported.");

    public static bool IsFloating(ScalarType type) => type is ScalarType.Float32 or ScalarType.Float64;

    /// <summary>The common type of two tensors; one without dimensions yields within its category.</summary>
    public static ScalarType Promote(Tensor a, Tensor b)
    {
        if (a.dtype == b.dtype)
        {
            return a.dtype;
        }

        var (left, right) = (Category(a.dtype), Category(b.dtype));
        if (left != right || (a.Sizes.Length == 0) == (b.Sizes.Length == 0))
        {
            if (left != right && (a.Sizes.Length == 0) != (b.Sizes.Length == 0))
            {
                var (higher, _) = left > right ? (a, b) : (b, a);
                return higher.dtype;
            }

            return Rank(a.dtype) > Rank(b.dtype) ? a.dtype : b.dtype;
        }

        return a.Sizes.Length == 0 ? b.dtype : a.dtype;
    }

    public static ScalarType Promote(ScalarType a, ScalarType b) => Rank(a) > Rank(b) ? a : b;

    public static ScalarType Promote(Tensor a, Scalar b) =>
        Category(b.Type) <= Category(a.dtype) ? a.dtype
        : Category(b.Type) == 2 ? ScalarType.Float32
        : ScalarType.Int64;

    private static int Category(ScalarType type) =>
        IsFloating(type) ? 2
        : type == ScalarType.Bool ? 0
        : 1;

    private static int Rank(ScalarType type) =>
        type switch
        {
            ScalarType.Bool => 0,
            ScalarType.Byte => 1,
            ScalarType.Int32 => 2,
            ScalarType.Int64 => 3,
            ScalarType.Float32 => 4,
            _ => 5,
        };
}
