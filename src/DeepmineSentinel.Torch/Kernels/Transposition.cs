using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace TorchSharp.Kernels;

/// <summary>Turns rows into columns, eight by eight in registers.</summary>
internal static unsafe class Transposition
{
    private const int Side = 8;

    /// <summary>
    /// Writes [columns][rows], whose rows are <paramref name="sourceStep"/> apart, as [rows][columns]. Returns how much of
    /// it whole squares covered; the rest is the caller's.
    /// </summary>
    public static (int Rows, int Columns) Run(
        float* source,
        nint sourceStep,
        int rows,
        int columns,
        float* target,
        nint targetStep
    )
    {
        if (!Avx.IsSupported)
        {
            return (0, 0);
        }

        var (wholeRows, wholeColumns) = (rows / Side * Side, columns / Side * Side);
        for (var j = 0; j < wholeColumns; j += Side)
        {
            for (var i = 0; i < wholeRows; i += Side)
            {
                Square(source + j * sourceStep + i, sourceStep, target + i * targetStep + j, targetStep);
            }
        }

        return (wholeRows, wholeColumns);
    }

    private static void Square(float* source, nint from, float* target, nint to)
    {
        var (a, b) = Pairs(source, source + from);
        var (c, d) = Pairs(source + 2 * from, source + 3 * from);
        var (e, f) = Pairs(source + 4 * from, source + 5 * from);
        var (g, h) = Pairs(source + 6 * from, source + 7 * from);
        Store(Avx.Shuffle(a, c, 0x44), Avx.Shuffle(e, g, 0x44), target, to);
        Store(Avx.Shuffle(a, c, 0xEE), Avx.Shuffle(e, g, 0xEE), target + to, to);
        Store(Avx.Shuffle(b, d, 0x44), Avx.Shuffle(f, h, 0x44), target + 2 * to, to);
        Store(Avx.Shuffle(b, d, 0xEE), Avx.Shuffle(f, h, 0xEE), target + 3 * to, to);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<float> Low, Vector256<float> High) Pairs(float* first, float* second)
    {
        var (x, y) = (Vector256.Load(first), Vector256.Load(second));
        return (Avx.UnpackLow(x, y), Avx.UnpackHigh(x, y));
    }

    /// <summary>Four numbers each of two rows of the result, four rows apart.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector256<float> left, Vector256<float> right, float* target, nint step)
    {
        Avx.Permute2x128(left, right, 0x20).Store(target);
        Avx.Permute2x128(left, right, 0x31).Store(target + 4 * step);
    }
}
