using System.Runtime.CompilerServices;

namespace TorchSharp.Kernels;

/// <summary>The same sums one number at a time, for machines without wide registers.</summary>
internal static unsafe class GemmPlain
{
    private const int Side = 4;

    public static void Rows(GemmPart a, int rows, float* panel, GemmTarget c)
    {
        for (var row = 0; row < rows; row++)
        {
            var to = c.At(row, 0);
            for (var j = 0; j < Gemm.Panel; j += Side)
            {
                var start = to.Start == null ? null : to.Start + j;
                Four(a.Block(row), a.ColumnStep, a.Depth, panel + j, to.Data + j, start);
            }
        }
    }

    // Four sums side by side: each waits for itself only.
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Four(float* a, nint columnStep, int depth, float* b, float* c, float* start)
    {
        float x = 0;
        float y = 0;
        float z = 0;
        float w = 0;
        if (start != null)
        {
            (x, y, z, w) = (start[0], start[1], start[2], start[3]);
        }

        for (var k = 0; k < depth; k++)
        {
            var value = *a;
            x = ExactFma.Of(value, b[0], x);
            y = ExactFma.Of(value, b[1], y);
            z = ExactFma.Of(value, b[2], z);
            w = ExactFma.Of(value, b[3], w);
            a += columnStep;
            b += Gemm.Panel;
        }

        (c[0], c[1], c[2], c[3]) = (x, y, z, w);
    }
}
