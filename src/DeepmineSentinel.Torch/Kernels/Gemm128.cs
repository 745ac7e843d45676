using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

/// <summary>
/// As <see cref="Gemm512"/> with registers of 128 bits, for processors that have 32 of these: 8 rows by two registers, then
/// row by row.
/// </summary>
internal static unsafe class Gemm128
{
    /// <summary>Rows of the largest block.</summary>
    public const int Tile = 8;
    private const int Lanes = 4;

    public static void Rows(GemmPart a, int rows, float* panel, GemmTarget c)
    {
        var row = 0;
        for (; row + 8 <= rows; row += 8)
        {
            var to = c.At(row, 0);
            Block8(a.Block(row), a.RowStep, a.ColumnStep, a.Depth, panel, to.Data, to.Step, to.Start, to.StartStep);
        }

        for (; row < rows; row++)
        {
            var to = c.At(row, 0);
            Block1(a.Block(row), a.ColumnStep, a.Depth, panel, to.Data, to.Start);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Block8(
        float* a,
        nint rowStep,
        nint columnStep,
        int depth,
        float* b,
        float* c,
        nint ldc,
        float* start,
        nint startStep
    )
    {
        var x0 = Vector128<float>.Zero;
        var y0 = Vector128<float>.Zero;
        var x1 = Vector128<float>.Zero;
        var y1 = Vector128<float>.Zero;
        var x2 = Vector128<float>.Zero;
        var y2 = Vector128<float>.Zero;
        var x3 = Vector128<float>.Zero;
        var y3 = Vector128<float>.Zero;
        var x4 = Vector128<float>.Zero;
        var y4 = Vector128<float>.Zero;
        var x5 = Vector128<float>.Zero;
        var y5 = Vector128<float>.Zero;
        var x6 = Vector128<float>.Zero;
        var y6 = Vector128<float>.Zero;
        var x7 = Vector128<float>.Zero;
        var y7 = Vector128<float>.Zero;
        if (start != null)
        {
            (x0, y0) = (Vector128.Load(start), Vector128.Load(start + Lanes));
            (x1, y1) = (Vector128.Load(start + startStep), Vector128.Load(start + startStep + Lanes));
            (x2, y2) = (Vector128.Load(start + 2 * startStep), Vector128.Load(start + 2 * startStep + Lanes));
            (x3, y3) = (Vector128.Load(start + 3 * startStep), Vector128.Load(start + 3 * startStep + Lanes));
            (x4, y4) = (Vector128.Load(start + 4 * startStep), Vector128.Load(start + 4 * startStep + Lanes));
            (x5, y5) = (Vector128.Load(start + 5 * startStep), Vector128.Load(start + 5 * startStep + Lanes));
            (x6, y6) = (Vector128.Load(start + 6 * startStep), Vector128.Load(start + 6 * startStep + Lanes));
            (x7, y7) = (Vector128.Load(start + 7 * startStep), Vector128.Load(start + 7 * startStep + Lanes));
        }

        var lower = a + 4 * rowStep;
        var three = 3 * rowStep;
        for (var k = 0; k < depth; k++)
        {
            var left = Vector128.Load(b);
            var right = Vector128.Load(b + Lanes);
            var v = Vector128.Create(*a);
            x0 = Vector128.FusedMultiplyAdd(v, left, x0);
            y0 = Vector128.FusedMultiplyAdd(v, right, y0);
            v = Vector128.Create(a[rowStep]);
            x1 = Vector128.FusedMultiplyAdd(v, left, x1);
            y1 = Vector128.FusedMultiplyAdd(v, right, y1);
            v = Vector128.Create(a[2 * rowStep]);
            x2 = Vector128.FusedMultiplyAdd(v, left, x2);
            y2 = Vector128.FusedMultiplyAdd(v, right, y2);
            v = Vector128.Create(a[three]);
            x3 = Vector128.FusedMultiplyAdd(v, left, x3);
            y3 = Vector128.FusedMultiplyAdd(v, right, y3);
            v = Vector128.Create(*lower);
            x4 = Vector128.FusedMultiplyAdd(v, left, x4);
            y4 = Vector128.FusedMultiplyAdd(v, right, y4);
            v = Vector128.Create(lower[rowStep]);
            x5 = Vector128.FusedMultiplyAdd(v, left, x5);
            y5 = Vector128.FusedMultiplyAdd(v, right, y5);
            v = Vector128.Create(lower[2 * rowStep]);
            x6 = Vector128.FusedMultiplyAdd(v, left, x6);
            y6 = Vector128.FusedMultiplyAdd(v, right, y6);
            v = Vector128.Create(lower[three]);
            x7 = Vector128.FusedMultiplyAdd(v, left, x7);
            y7 = Vector128.FusedMultiplyAdd(v, right, y7);
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
        x6.Store(c + 6 * ldc);
        y6.Store(c + 6 * ldc + Lanes);
        x7.Store(c + 7 * ldc);
        y7.Store(c + 7 * ldc + Lanes);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Block1(float* a, nint columnStep, int depth, float* b, float* c, float* start)
    {
        var x = start == null ? Vector128<float>.Zero : Vector128.Load(start);
        var y = start == null ? Vector128<float>.Zero : Vector128.Load(start + Lanes);
        for (var k = 0; k < depth; k++)
        {
            var v = Vector128.Create(*a);
            x = Vector128.FusedMultiplyAdd(v, Vector128.Load(b), x);
            y = Vector128.FusedMultiplyAdd(v, Vector128.Load(b + Lanes), y);
            a += columnStep;
            b += 2 * Lanes;
        }

        x.Store(c);
        y.Store(c + Lanes);
    }

    /// <summary>One row times four panels: a row alone has too few sums to keep the multipliers busy.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Line(float* a, nint columnStep, int depth, float* b, nint panelStep, float* c, float* start)
    {
        var x0 = Vector128<float>.Zero;
        var y0 = Vector128<float>.Zero;
        var x1 = Vector128<float>.Zero;
        var y1 = Vector128<float>.Zero;
        var x2 = Vector128<float>.Zero;
        var y2 = Vector128<float>.Zero;
        var x3 = Vector128<float>.Zero;
        var y3 = Vector128<float>.Zero;
        if (start != null)
        {
            (x0, y0) = (Vector128.Load(start), Vector128.Load(start + Lanes));
            (x1, y1) = (Vector128.Load(start + 2 * Lanes), Vector128.Load(start + 3 * Lanes));
            (x2, y2) = (Vector128.Load(start + 4 * Lanes), Vector128.Load(start + 5 * Lanes));
            (x3, y3) = (Vector128.Load(start + 6 * Lanes), Vector128.Load(start + 7 * Lanes));
        }

        var far = b + 2 * panelStep;
        for (var k = 0; k < depth; k++)
        {
            var v = Vector128.Create(*a);
            x0 = Vector128.FusedMultiplyAdd(v, Vector128.Load(b), x0);
            y0 = Vector128.FusedMultiplyAdd(v, Vector128.Load(b + Lanes), y0);
            x1 = Vector128.FusedMultiplyAdd(v, Vector128.Load(b + panelStep), x1);
            y1 = Vector128.FusedMultiplyAdd(v, Vector128.Load(b + panelStep + Lanes), y1);
            x2 = Vector128.FusedMultiplyAdd(v, Vector128.Load(far), x2);
            y2 = Vector128.FusedMultiplyAdd(v, Vector128.Load(far + Lanes), y2);
            x3 = Vector128.FusedMultiplyAdd(v, Vector128.Load(far + panelStep), x3);
            y3 = Vector128.FusedMultiplyAdd(v, Vector128.Load(far + panelStep + Lanes), y3);
            a += columnStep;
            b += 2 * Lanes;
            far += 2 * Lanes;
        }

        x0.Store(c);
        y0.Store(c + Lanes);
        x1.Store(c + 2 * Lanes);
        y1.Store(c + 3 * Lanes);
        x2.Store(c + 4 * Lanes);
        y2.Store(c + 5 * Lanes);
        x3.Store(c + 6 * Lanes);
        y3.Store(c + 7 * Lanes);
    }
}
