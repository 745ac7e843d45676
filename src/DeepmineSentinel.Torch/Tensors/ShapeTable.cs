namespace TorchSharp;

/// <summary>
/// One array for all tensors of equal sizes or strides, as far as the table's places go: training makes the same shapes at
/// every step. The arrays are never changed.
/// </summary>
internal static class ShapeTable
{
    private const int Bits = 12;
    private static readonly long[]?[] Kept = new long[1 << Bits][];

    public static long[] Shared(ReadOnlySpan<long> numbers)
    {
        if (numbers.Length == 0)
        {
            return Shapes.Scalar;
        }

        var hash = (ulong)numbers.Length;
        foreach (var number in numbers)
        {
            hash = (hash ^ (ulong)number) * 0x9E3779B97F4A7C15;
        }

        ref var place = ref Kept[hash >> (64 - Bits)];
        var known = Volatile.Read(ref place);
        if (known is not null && numbers.SequenceEqual(known))
        {
            return known;
        }

        var fresh = numbers.ToArray();
        Volatile.Write(ref place, fresh);
        return fresh;
    }
}
