namespace TorchSharp.Kernels;

/// <summary>The same sums one number at a time, for machines without wide registers.</summary>
internal static unsafe class GemmPlain
{
    public static void Rows(GemmPart a, int rows, float* panel, float* c, int ldc, bool accumulate)
    {
        for (var row = 0; row < rows; row++)
        {
            for (var j = 0; j < Gemm.Panel; j++)
            {
                var source = a.Data + row * a.RowStep;
                var sum = accumulate ? c[(nint)row * ldc + j] : 0;
                for (var k = 0; k < a.Depth; k++)
                {
                    sum = MathF.FusedMultiplyAdd(source[k * a.ColumnStep], panel[(nint)k * Gemm.Panel + j], sum);
                }

                c[(nint)row * ldc + j] = sum;
            }
        }
    }
}
