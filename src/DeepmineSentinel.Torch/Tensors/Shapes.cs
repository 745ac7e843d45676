namespace TorchSharp;

/// <summary>Arithmetic of shapes: strides, broadcasting, dimensions counted from the end.</summary>
internal static class Shapes
{
    public static readonly long[] Scalar = [];

    public static string Show(ReadOnlySpan<long> shape)
    {
        var parts = new string[shape.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = shape[i].ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return $"[{string.Join(", ", parts)}]";
    }

    public static long Count(ReadOnlySpan<long> shape)
    {
        long count = 1;
        foreach (var size in shape)
        {
            if (size < 0)
            {
                throw new ArgumentException($"A shape holds no negative size: {Show(shape)}.");
            }

            count = checked(count * size);
        }

        return count;
    }

    public static long[] ContiguousStrides(ReadOnlySpan<long> shape)
    {
        if (shape.Length == 0)
        {
            return Scalar;
        }

        Span<long> strides = stackalloc long[shape.Length];
        long step = 1;
        for (var i = shape.Length - 1; i >= 0; i--)
        {
            strides[i] = step;
            step *= Math.Max(shape[i], 1);
        }

        return ShapeTable.Shared(strides);
    }

    public static bool IsContiguous(ReadOnlySpan<long> shape, ReadOnlySpan<long> strides)
    {
        long step = 1;
        for (var i = shape.Length - 1; i >= 0; i--)
        {
            if (shape[i] == 0)
            {
                return true;
            }

            if (shape[i] != 1 && strides[i] != step)
            {
                return false;
            }

            step *= shape[i];
        }

        return true;
    }

    /// <summary>Whether the elements fill one block without holes or overlap, in any order of dimensions.</summary>
    public static bool IsDense(ReadOnlySpan<long> shape, ReadOnlySpan<long> strides)
    {
        Span<bool> used = stackalloc bool[shape.Length];
        long step = 1;
        for (var found = 0; found < shape.Length; found++)
        {
            var next = -1;
            for (var i = 0; i < shape.Length; i++)
            {
                if (!used[i] && (shape[i] == 1 || strides[i] == step))
                {
                    next = i;
                    break;
                }
            }

            if (next < 0)
            {
                return false;
            }

            used[next] = true;
            step *= shape[next];
        }

        return true;
    }

    public static int Dimension(long dim, int rank)
    {
        var limit = Math.Max(rank, 1);
        if (dim < -limit || dim >= limit)
        {
            throw new ArgumentOutOfRangeException(
                nameof(dim),
                dim,
                $"Dimension out of range: expected {-limit} to {limit - 1}."
            );
        }

        return (int)(dim < 0 ? dim + limit : dim);
    }

    public static bool Same(ReadOnlySpan<long> a, ReadOnlySpan<long> b) => a.SequenceEqual(b);

    public static long[] Broadcast(long[] a, long[] b)
    {
        if (ReferenceEquals(a, b) || Same(a, b))
        {
            return a;
        }

        var result = new long[Math.Max(a.Length, b.Length)];
        for (var i = 1; i <= result.Length; i++)
        {
            var left = i <= a.Length ? a[^i] : 1;
            var right = i <= b.Length ? b[^i] : 1;
            if (left != right && left != 1 && right != 1)
            {
                throw new ArgumentException($"Shapes {Show(a)} and {Show(b)} do not broadcast.");
            }

            result[^i] = left == 1 ? right : left;
        }

        return result;
    }

    public static long[] Without(long[] shape, int dim)
    {
        if (shape.Length == 0)
        {
            return Scalar;
        }

        Span<long> result = stackalloc long[shape.Length - 1];
        shape.AsSpan(0, dim).CopyTo(result);
        shape.AsSpan(dim + 1).CopyTo(result[dim..]);
        return ShapeTable.Shared(result);
    }

    public static long[] With(long[] shape, int dim, long size)
    {
        if (shape.Length == 0)
        {
            return Scalar;
        }

        Span<long> result = stackalloc long[shape.Length];
        shape.CopyTo(result);
        result[dim] = size;
        return ShapeTable.Shared(result);
    }
}
