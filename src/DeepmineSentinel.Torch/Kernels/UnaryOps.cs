using System.Runtime.CompilerServices;

namespace TorchSharp.Kernels;

internal readonly struct ExpOp : IUnaryOp
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Lanes<S, V>(V x)
        where S : struct, ISimd<V>
        where V : struct => VectorMath.Exp<S, V>(x);

    public static double One(double x) => Math.Exp(x);
}

internal readonly struct TanhOp : IUnaryOp
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Lanes<S, V>(V x)
        where S : struct, ISimd<V>
        where V : struct => VectorMath.Tanh<S, V>(x);

    public static double One(double x) => Math.Tanh(x);
}

internal readonly struct SigmoidOp : IUnaryOp
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Lanes<S, V>(V x)
        where S : struct, ISimd<V>
        where V : struct => VectorMath.Sigmoid<S, V>(x);

    public static double One(double x) => 1 / (1 + Math.Exp(-x));
}

internal readonly struct ReluOp : IUnaryOp
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Lanes<S, V>(V x)
        where S : struct, ISimd<V>
        where V : struct => S.MaxOrSecond(S.Set(0), x);

    public static double One(double x) => x < 0 ? 0 : x;
}

internal readonly struct SqrtOp : IUnaryOp
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Lanes<S, V>(V x)
        where S : struct, ISimd<V>
        where V : struct => S.Sqrt(x);

    public static double One(double x) => Math.Sqrt(x);
}

internal readonly struct AbsOp : IUnaryOp
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Lanes<S, V>(V x)
        where S : struct, ISimd<V>
        where V : struct => S.Abs(x);

    public static double One(double x) => Math.Abs(x);
}

internal readonly struct LogOp : IScalarOp
{
    public static double One(double x) => Math.Log(x);
}

internal readonly struct Log1pOp : IScalarOp
{
    public static double One(double x) => Precise.Log1p(x);
}

internal readonly struct Expm1Op : IScalarOp
{
    public static double One(double x) => Precise.Expm1(x);
}

/// <summary>log(sigmoid(x)) without overflow.</summary>
internal readonly struct LogSigmoidOp : IScalarOp
{
    public static double One(double x) => Math.Min(x, 0) - Precise.Log1p(Math.Exp(-Math.Abs(x)));
}

internal readonly struct GeluOp : IScalarOp
{
    public static double One(double x) => x * Precise.NormalCdf(x);
}

internal readonly struct GeluGradOp : IScalarOp
{
    public static double One(double x) =>
        Precise.NormalCdf(x) + x * Math.Exp(-0.5 * x * x) * 0.39894228040143267793994605993438;
}

internal readonly struct SignOp : IScalarOp
{
    public static double One(double x) =>
        x > 0 ? 1
        : x < 0 ? -1
        : 0;
}

internal readonly struct FloorOp : IScalarOp
{
    public static double One(double x) => Math.Floor(x);
}

internal readonly struct RoundOp : IScalarOp
{
    public static double One(double x) => Math.Round(x, MidpointRounding.ToEven);
}
