using System.Runtime.CompilerServices;

namespace TorchSharp.Kernels;

/// <summary>
/// Four registers taken through each operation together. A long function is one chain of operations that wait for each
/// other; four chains side by side keep the processor busy where it sees too few operations ahead to find them itself.
/// </summary>
internal readonly struct Simd4<S, V> : ISimd<Four<V>>
    where S : struct, ISimd<V>
    where V : struct
{
    public static nuint Count => 4 * S.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Four<V> Load(ref float source, nuint index) =>
        new(
            S.Load(ref source, index),
            S.Load(ref source, index + S.Count),
            S.Load(ref source, index + 2 * S.Count),
            S.Load(ref source, index + 3 * S.Count)
        );

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Four<V> value, ref float target, nuint index)
    {
        S.Store(value.A, ref target, index);
        S.Store(value.B, ref target, index + S.Count);
        S.Store(value.C, ref target, index + 2 * S.Count);
        S.Store(value.D, ref target, index + 3 * S.Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Four<V> Set(float value)
    {
        var lanes = S.Set(value);
        return new(lanes, lanes, lanes, lanes);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Four<V> Add(Four<V> a, Four<V> b) =>
        new(S.Add(a.A, b.A), S.Add(a.B, b.B), S.Add(a.C, b.C), S.Add(a.D, b.D));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Four<V> Sub(Four<V> a, Four<V> b) =>
        new(S.Sub(a.A, b.A), S.Sub(a.B, b.B), S.Sub(a.C, b.C), S.Sub(a.D, b.D));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Four<V> Mul(Four<V> a, Four<V> b) =>
        new(S.Mul(a.A, b.A), S.Mul(a.B, b.B), S.Mul(a.C, b.C), S.Mul(a.D, b.D));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Four<V> Div(Four<V> a, Four<V> b) =>
        new(S.Div(a.A, b.A), S.Div(a.B, b.B), S.Div(a.C, b.C), S.Div(a.D, b.D));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Four<V> MaxOrSecond(Four<V> a, Four<V> b) =>
        new(S.MaxOrSecond(a.A, b.A), S.MaxOrSecond(a.B, b.B), S.MaxOrSecond(a.C, b.C), S.MaxOrSecond(a.D, b.D));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Four<V> MinOrSecond(Four<V> a, Four<V> b) =>
        new(S.MinOrSecond(a.A, b.A), S.MinOrSecond(a.B, b.B), S.MinOrSecond(a.C, b.C), S.MinOrSecond(a.D, b.D));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Four<V> Fma(Four<V> a, Four<V> b, Four<V> c) =>
        new(S.Fma(a.A, b.A, c.A), S.Fma(a.B, b.B, c.B), S.Fma(a.C, b.C, c.C), S.Fma(a.D, b.D, c.D));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Four<V> Sqrt(Four<V> a) => new(S.Sqrt(a.A), S.Sqrt(a.B), S.Sqrt(a.C), S.Sqrt(a.D));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Four<V> Abs(Four<V> a) => new(S.Abs(a.A), S.Abs(a.B), S.Abs(a.C), S.Abs(a.D));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Four<V> Floor(Four<V> a) => new(S.Floor(a.A), S.Floor(a.B), S.Floor(a.C), S.Floor(a.D));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Four<V> CopySign(Four<V> magnitude, Four<V> sign) =>
        new(
            S.CopySign(magnitude.A, sign.A),
            S.CopySign(magnitude.B, sign.B),
            S.CopySign(magnitude.C, sign.C),
            S.CopySign(magnitude.D, sign.D)
        );

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Four<V> PowerOfTwo(Four<V> n) =>
        new(S.PowerOfTwo(n.A), S.PowerOfTwo(n.B), S.PowerOfTwo(n.C), S.PowerOfTwo(n.D));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Four<V> IfGreater(Four<V> a, Four<V> b, Four<V> x, Four<V> y) =>
        new(
            S.IfGreater(a.A, b.A, x.A, y.A),
            S.IfGreater(a.B, b.B, x.B, y.B),
            S.IfGreater(a.C, b.C, x.C, y.C),
            S.IfGreater(a.D, b.D, x.D, y.D)
        );

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Four<V> IfNumber(Four<V> a, Four<V> x, Four<V> y) =>
        new(S.IfNumber(a.A, x.A, y.A), S.IfNumber(a.B, x.B, y.B), S.IfNumber(a.C, x.C, y.C), S.IfNumber(a.D, x.D, y.D));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Total(Four<V> a) => S.Total(S.Add(S.Add(S.Add(a.A, a.B), a.C), a.D));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Largest(Four<V> a) =>
        S.Largest(S.MaxOrSecond(S.MaxOrSecond(a.A, a.B), S.MaxOrSecond(a.C, a.D)));
}
