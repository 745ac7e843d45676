namespace TorchSharp.Kernels;

/// <summary>Functions that the base library lacks, in double precision.</summary>
internal static class Precise
{
    public static double Log1p(double x)
    {
        var sum = 1 + x;
        return sum == 1 || double.IsPositiveInfinity(sum) ? x : Math.Log(sum) * (x / (sum - 1));
    }

    public static double Expm1(double x)
    {
        if (Math.Abs(x) > 0.5 || double.IsNaN(x))
        {
            return Math.Exp(x) - 1;
        }

        var half = Math.Tanh(x / 2);
        return 2 * half / (1 - half);
    }

    /// <summary>The standard normal distribution function.</summary>
    public static double NormalCdf(double x)
    {
        if (double.IsNaN(x))
        {
            return x;
        }

        var size = Math.Abs(x);
        var upper = size > 5 ? Tail(size) : 0.5 - Series(size);
        return x > 0 ? 1 - upper : upper;
    }

    /// <summary>The area from 0 to x, by the density's series of odd powers.</summary>
    private static double Series(double x)
    {
        var term = x;
        var sum = x;
        for (var k = 1; k < 200 && term > sum * 1e-17; k++)
        {
            term *= x * x / (2 * k + 1);
            sum += term;
        }

        return sum * Math.Exp(-0.5 * x * x) * 0.39894228040143267793994605993438;
    }

    /// <summary>The area beyond x, by its continued fraction.</summary>
    private static double Tail(double x)
    {
        var fraction = x;
        for (var k = 60; k > 0; k--)
        {
            fraction = x + k / fraction;
        }

        return Math.Exp(-0.5 * x * x) * 0.39894228040143267793994605993438 / fraction;
    }
}
