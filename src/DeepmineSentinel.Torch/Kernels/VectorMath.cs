using System.Runtime.CompilerServices;

namespace TorchSharp.Kernels;

/// <summary>exp, tanh and sigmoid over registers, within a few units in the last place; NaN passes through.</summary>
internal static class VectorMath
{
    private const float Log2E = 1.44269504088896341f;
    private const float Ln2High = 0.693359375f;
    private const float Ln2Low = -2.12194440e-4f;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Exp<S, V>(V x)
        where S : struct, ISimd<V>
        where V : struct
    {
        var (n, tail) = Split<S, V>(Bounded<S, V>(x));
        var mantissa = S.Add(tail, S.Set(1));
        var half = S.Floor(S.Mul(n, S.Set(0.5f)));
        return S.Mul(S.Mul(mantissa, S.PowerOfTwo(half)), S.PowerOfTwo(S.Sub(n, half)));
    }

    /// <summary>exp(x) - 1, exact near zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Expm1<S, V>(V x)
        where S : struct, ISimd<V>
        where V : struct
    {
        var (n, tail) = Split<S, V>(Bounded<S, V>(S.MinOrSecond(S.Set(88f), x)));
        var scale = S.PowerOfTwo(S.MaxOrSecond(S.Set(-126f), n));
        return S.Fma(tail, scale, S.Sub(scale, S.Set(1)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Sigmoid<S, V>(V x)
        where S : struct, ISimd<V>
        where V : struct
    {
        // Below -87 the exponential is lost beside the one. Half of it is still finite where it grows out of a float.
        var bounded = S.MaxOrSecond(S.Set(-87f), S.MinOrSecond(S.Set(89f), S.Sub(S.Set(0), x)));
        var (n, tail) = Split<S, V>(bounded);
        var half = S.Mul(S.Add(tail, S.Set(1)), S.PowerOfTwo(S.Sub(n, S.Set(1))));
        return S.Div(S.Set(1), S.Fma(half, S.Set(2), S.Set(1)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Tanh<S, V>(V x)
        where S : struct, ISimd<V>
        where V : struct
    {
        var twice = S.MinOrSecond(S.Set(20f), S.Abs(S.Add(x, x)));
        var (n, tail) = Split<S, V>(twice);
        var scale = S.PowerOfTwo(n);
        var grown = S.Fma(tail, scale, S.Sub(scale, S.Set(1)));
        return S.CopySign(S.Div(grown, S.Add(grown, S.Set(2))), x);
    }

    /// <summary>Between where exp(x) is zero and where it is infinite; NaN stays.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Bounded<S, V>(V x)
        where S : struct, ISimd<V>
        where V : struct => S.MaxOrSecond(S.Set(-104f), S.MinOrSecond(S.Set(89f), x));

    /// <summary>exp(x) = 2^n (1 + tail), |tail| below one half, for bounded x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (V Power, V Tail) Split<S, V>(V x)
        where S : struct, ISimd<V>
        where V : struct
    {
        var n = S.Floor(S.Fma(x, S.Set(Log2E), S.Set(0.5f)));
        var r = S.Fma(n, S.Set(-Ln2High), x);
        r = S.Fma(n, S.Set(-Ln2Low), r);
        var p = S.Fma(S.Set(1.9875691500e-4f), r, S.Set(1.3981999507e-3f));
        p = S.Fma(p, r, S.Set(8.3334519073e-3f));
        p = S.Fma(p, r, S.Set(4.1665795894e-2f));
        p = S.Fma(p, r, S.Set(1.6666665459e-1f));
        p = S.Fma(p, r, S.Set(5.0000001201e-1f));
        return (n, S.Fma(S.Mul(p, r), r, r));
    }
}
