using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

/// <summary>
/// Blocks of C held in registers of 256 bits: up to 6 rows by two registers. Each block is a small method of its
/// own on purpose (inside a larger one the JIT spills the sums to memory), unrolled (hence its length), and compiled in full at
/// its first call.
/// </summary>
internal static unsafe class Gemm256
{
    private const int Lanes = 8;

    public static void Rows(GemmPart a, int rows, float* panel, float* c, int ldc, bool accumulate)
    {
        var row = 0;
        for (; row + 6 <= rows; row += 6)
        {
            Block6(
                a.Data + row * a.RowStep,
                a.RowStep,
                a.ColumnStep,
                a.Depth,
                panel,
                c + (nint)row * ldc,
                ldc,
                accumulate
            );
        }

        for (; row + 4 <= rows; row += 4)
        {
            Block4(
                a.Data + row * a.RowStep,
                a.RowStep,
                a.ColumnStep,
                a.Depth,
                panel,
                c + (nint)row * ldc,
                ldc,
                accumulate
            );
        }

        for (; row + 2 <= rows; row += 2)
        {
            Block2(
                a.Data + row * a.RowStep,
                a.RowStep,
                a.ColumnStep,
                a.Depth,
                panel,
                c + (nint)row * ldc,
                ldc,
                accumulate
            );
        }

        for (; row + 1 <= rows; row += 1)
        {
            Block1(
                a.Data + row * a.RowStep,
                a.RowStep,
                a.ColumnStep,
                a.Depth,
                panel,
                c + (nint)row * ldc,
                ldc,
                accumulate
            );
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Block6(
        float* a,
        nint rowStep,
        nint columnStep,
        int depth,
        float* b,
        float* c,
        nint ldc,
        bool accumulate
    )
    {
        var x0 = Vector256<float>.Zero;
        var y0 = Vector256<float>.Zero;
        var x1 = Vector256<float>.Zero;
        var y1 = Vector256<float>.Zero;
        var x2 = Vector256<float>.Zero;
        var y2 = Vector256<float>.Zero;
        var x3 = Vector256<float>.Zero;
        var y3 = Vector256<float>.Zero;
        var x4 = Vector256<float>.Zero;
        var y4 = Vector256<float>.Zero;
        var x5 = Vector256<float>.Zero;
        var y5 = Vector256<float>.Zero;
        if (accumulate)
        {
            (x0, y0) = (Vector256.Load(c), Vector256.Load(c + Lanes));
            (x1, y1) = (Vector256.Load(c + ldc), Vector256.Load(c + ldc + Lanes));
            (x2, y2) = (Vector256.Load(c + 2 * ldc), Vector256.Load(c + 2 * ldc + Lanes));
            (x3, y3) = (Vector256.Load(c + 3 * ldc), Vector256.Load(c + 3 * ldc + Lanes));
            (x4, y4) = (Vector256.Load(c + 4 * ldc), Vector256.Load(c + 4 * ldc + Lanes));
            (x5, y5) = (Vector256.Load(c + 5 * ldc), Vector256.Load(c + 5 * ldc + Lanes));
        }

        var lower = a + 4 * rowStep;
        var three = 3 * rowStep;
        for (var k = 0; k < depth; k++)
        {
            var left = Vector256.Load(b);
            var right = Vector256.Load(b + Lanes);
            var v = Vector256.Create(*a);
            x0 = Vector256.FusedMultiplyAdd(v, left, x0);
            y0 = Vector256.FusedMultiplyAdd(v, right, y0);
            v = Vector256.Create(a[rowStep]);
            x1 = Vector256.FusedMultiplyAdd(v, left, x1);
            y1 = Vector256.FusedMultiplyAdd(v, right, y1);
            v = Vector256.Create(a[2 * rowStep]);
            x2 = Vector256.FusedMultiplyAdd(v, left, x2);
            y2 = Vector256.FusedMultiplyAdd(v, right, y2);
            v = Vector256.Create(a[three]);
            x3 = Vector256.FusedMultiplyAdd(v, left, x3);
            y3 = Vector256.FusedMultiplyAdd(v, right, y3);
            v = Vector256.Create(*lower);
            x4 = Vector256.FusedMultiplyAdd(v, left, x4);
            y4 = Vector256.FusedMultiplyAdd(v, right, y4);
            v = Vector256.Create(lower[rowStep]);
            x5 = Vector256.FusedMultiplyAdd(v, left, x5);
            y5 = Vector256.FusedMultiplyAdd(v, right, y5);
            a += columnStep;
            lower += columnStep;
            b += 2 * Lanes;
        }

        x0.Store(c);
        y0.Store(c + Lanes);
        x1.Store(c + ldc);
        y1.Store(c + ldc + Lanes);
        x2.Store(c + 2 * ldc);
        y2.Store(c + 2 * ldc + Lanes);
        x3.Store(c + 3 * ldc);
        y3.Store(c + 3 * ldc + Lanes);
        x4.Store(c + 4 * ldc);
        y4.Store(c + 4 * ldc + Lanes);
        x5.Store(c + 5 * ldc);
        y5.Store(c + 5 * ldc + Lanes);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Block4(
        float* a,
        nint rowStep,
        nint columnStep,
        int depth,
        float* b,
        float* c,
        nint ldc,
        bool accumulate
    )
    {
        var x0 = Vector256<float>.Zero;
        var y0 = Vector256<float>.Zero;
        var x1 = Vector256<float>.Zero;
        var y1 = Vector256<float>.Zero;
        var x2 = Vector256<float>.Zero;
        var y2 = Vector256<float>.Zero;
        var x3 = Vector256<float>.Zero;
        var y3 = Vector256<float>.Zero;
        if (accumulate)
        {
            (x0, y0) = (Vector256.Load(c), Vector256.Load(c + Lanes));
            (x1, y1) = (Vector256.Load(c + ldc), Vector256.Load(c + ldc + Lanes));
            (x2, y2) = (Vector256.Load(c + 2 * ldc), Vector256.Load(c + 2 * ldc + Lanes));
            (x3, y3) = (Vector256.Load(c + 3 * ldc), Vector256.Load(c + 3 * ldc + Lanes));
        }

        var three = 3 * rowStep;
        for (var k = 0; k < depth; k++)
        {
            var left = Vector256.Load(b);
            var right = Vector256.Load(b + Lanes);
            var v = Vector256.Create(*a);
            x0 = Vector256.FusedMultiplyAdd(v, left, x0);
            y0 = Vector256.FusedMultiplyAdd(v, right, y0);
            v = Vector256.Create(a[rowStep]);
            x1 = Vector256.FusedMultiplyAdd(v, left, x1);
            y1 = Vector256.FusedMultiplyAdd(v, right, y1);
            v = Vector256.Create(a[2 * rowStep]);
            x2 = Vector256.FusedMultiplyAdd(v, left, x2);
            y2 = Vector256.FusedMultiplyAdd(v, right, y2);
            v = Vector256.Create(a[three]);
            x3 = Vector256.FusedMultiplyAdd(v, left, x3);
            y3 = Vector256.FusedMultiplyAdd(v, right, y3);
            a += columnStep;
            b += 2 * Lanes;
        }

        x0.Store(c);
        y0.Store(c + Lanes);
        x1.Store(c + ldc);
        y1.Store(c + ldc + Lanes);
        x2.Store(c + 2 * ldc);
        y2.Store(c + 2 * ldc + Lanes);
        x3.Store(c + 3 * ldc);
        y3.Store(c + 3 * ldc + Lanes);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Block2(
        float* a,
        nint rowStep,
        nint columnStep,
        int depth,
        float* b,
        float* c,
        nint ldc,
        bool accumulate
    )
    {
        var x0 = Vector256<float>.Zero;
        var y0 = Vector256<float>.Zero;
        var x1 = Vector256<float>.Zero;
        var y1 = Vector256<float>.Zero;
        if (accumulate)
        {
            (x0, y0) = (Vector256.Load(c), Vector256.Load(c + Lanes));
            (x1, y1) = (Vector256.Load(c + ldc), Vector256.Load(c + ldc + Lanes));
        }

        for (var k = 0; k < depth; k++)
        {
            var left = Vector256.Load(b);
            var right = Vector256.Load(b + Lanes);
            var v = Vector256.Create(*a);
            x0 = Vector256.FusedMultiplyAdd(v, left, x0);
            y0 = Vector256.FusedMultiplyAdd(v, right, y0);
            v = Vector256.Create(a[rowStep]);
            x1 = Vector256.FusedMultiplyAdd(v, left, x1);
            y1 = Vector256.FusedMultiplyAdd(v, right, y1);
            a += columnStep;
            b += 2 * Lanes;
        }

        x0.Store(c);
        y0.Store(c + Lanes);
        x1.Store(c + ldc);
        y1.Store(c + ldc + Lanes);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Block1(
        float* a,
        nint rowStep,
        nint columnStep,
        int depth,
        float* b,
        float* c,
        nint ldc,
        bool accumulate
    )
    {
        var x0 = Vector256<float>.Zero;
        var y0 = Vector256<float>.Zero;
        if (accumulate)
        {
            (x0, y0) = (Vector256.Load(c), Vector256.Load(c + Lanes));
        }

        for (var k = 0; k < depth; k++)
        {
            var left = Vector256.Load(b);
            var right = Vector256.Load(b + Lanes);
            var v = Vector256.Create(*a);
            x0 = Vector256.FusedMultiplyAdd(v, left, x0);
            y0 = Vector256.FusedMultiplyAdd(v, right, y0);
            a += columnStep;
            b += 2 * Lanes;
        }

        x0.Store(c);
        y0.Store(c + Lanes);
    }
}
