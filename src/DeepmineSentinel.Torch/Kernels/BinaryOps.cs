using System.Numerics;
using System.Runtime.CompilerServices;

namespace TorchSharp.Kernels;

internal readonly struct AddOp : IBinaryOp
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Lanes<S, V>(V a, V b)
        where S : struct, ISimd<V>
        where V : struct => S.Add(a, b);

    public static T One<T>(T a, T b)
        where T : unmanaged, INumber<T> => a + b;
}

internal readonly struct SubOp : IBinaryOp
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Lanes<S, V>(V a, V b)
        where S : struct, ISimd<V>
        where V : struct => S.Sub(a, b);

    public static T One<T>(T a, T b)
        where T : unmanaged, INumber<T> => a - b;
}

internal readonly struct MulOp : IBinaryOp
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Lanes<S, V>(V a, V b)
        where S : struct, ISimd<V>
        where V : struct => S.Mul(a, b);

    public static T One<T>(T a, T b)
        where T : unmanaged, INumber<T> => a * b;
}

internal readonly struct DivOp : IBinaryOp
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Lanes<S, V>(V a, V b)
        where S : struct, ISimd<V>
        where V : struct => S.Div(a, b);

    public static T One<T>(T a, T b)
        where T : unmanaged, INumber<T> => a / b;
}

/// <summary>The larger, NaN where either is.</summary>
internal readonly struct MaxOp : IBinaryOp
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Lanes<S, V>(V a, V b)
        where S : struct, ISimd<V>
        where V : struct => S.IfNumber(a, S.MaxOrSecond(a, b), a);

    public static T One<T>(T a, T b)
        where T : unmanaged, INumber<T> => T.Max(a, b);
}

/// <summary>The smaller, NaN where either is.</summary>
internal readonly struct MinOp : IBinaryOp
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Lanes<S, V>(V a, V b)
        where S : struct, ISimd<V>
        where V : struct => S.IfNumber(a, S.MinOrSecond(a, b), a);

    public static T One<T>(T a, T b)
        where T : unmanaged, INumber<T> => T.Min(a, b);
}

/// <summary>a where the gate b is above zero or NaN, else zero: the backward of relu.</summary>
internal readonly struct GateOp : IBinaryOp
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Lanes<S, V>(V a, V b)
        where S : struct, ISimd<V>
        where V : struct => S.IfNumber(b, S.IfGreater(b, S.Set(0), a, S.Set(0)), a);

    public static T One<T>(T a, T b)
        where T : unmanaged, INumber<T> => b > T.Zero || T.IsNaN(b) ? a : T.Zero;
}

/// <summary>a b (1 - b): the backward of sigmoid.</summary>
internal readonly struct SigmoidGradOp : IBinaryOp
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Lanes<S, V>(V a, V b)
        where S : struct, ISimd<V>
        where V : struct => S.Mul(a, S.Mul(b, S.Sub(S.Set(1), b)));

    public static T One<T>(T a, T b)
        where T : unmanaged, INumber<T> => a * (b * (T.One - b));
}

/// <summary>a (1 - b b): the backward of tanh.</summary>
internal readonly struct TanhGradOp : IBinaryOp
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Lanes<S, V>(V a, V b)
        where S : struct, ISimd<V>
        where V : struct => S.Mul(a, S.Sub(S.Set(1), S.Mul(b, b)));

    public static T One<T>(T a, T b)
        where T : unmanaged, INumber<T> => a * (T.One - b * b);
}
