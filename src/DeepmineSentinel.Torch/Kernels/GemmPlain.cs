namespace TorchSharp.Kernels;

/// <summary>The same sums one number at a time, for machines without wide registers.</summary>
internal static unsafe class GemmPlain
{
    public static void Rows(GemmPart a, int rows, float* panel, GemmTarget c)
    {
        for (var row = 0; row < rows; row++)
        {
            var to = c.At(row, 0);
            for (var j = 0; j < Gemm.Panel; j++)
            {
                var source = a.Block(row);
                var sum = to.Start == null ? 0 : to.Start[j];
                for (var k = 0; k < a.Depth; k++)
                {
                    sum = MathF.FusedMultiplyAdd(source[k * a.ColumnStep], panel[(nint)k * Gemm.Panel + j], sum);
                }

                to.Data[j] = sum;
            }
        }
    }
}
