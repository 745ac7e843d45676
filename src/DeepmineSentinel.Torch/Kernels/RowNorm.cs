namespace TorchSharp.Kernels;

/// <summary>p-norms in doubles; p is above 0 or infinite. NaN passes through.</summary>
internal static class RowNorm
{
    /// <summary>The p-norm of a row.</summary>
    public static double Of(ReadOnlySpan<float> row, double p) => Root(Joined(0, row, p), p);

    /// <summary>A sum of powers (of infinity: the largest) so far, and a row joined to it.</summary>
    public static double Joined(double sum, ReadOnlySpan<float> row, double p)
    {
        if (p == 2)
        {
            return sum + RowKernel.SumOfSquares(row);
        }

        foreach (var value in row)
        {
            var size = Math.Abs((double)value);
            sum = double.IsPositiveInfinity(p) ? Math.Max(sum, size) : sum + Math.Pow(size, p);
        }

        return sum;
    }

    /// <summary>The norm of a joined sum.</summary>
    public static double Root(double sum, double p) =>
        double.IsPositiveInfinity(p) ? sum
        : p == 2 ? Math.Sqrt(sum)
        : Math.Pow(sum, 1 / p);
}
