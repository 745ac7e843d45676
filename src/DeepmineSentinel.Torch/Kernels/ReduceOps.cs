using System.Numerics;

namespace TorchSharp.Kernels;

internal readonly struct SumFold : IReduceOp
{
    public static T Start<T>()
        where T : unmanaged, INumber<T>, IMinMaxValue<T> => T.Zero;

    public static T Fold<T>(T sum, T value)
        where T : unmanaged, INumber<T> => sum + value;
}

internal readonly struct AllFold : IReduceOp
{
    public static T Start<T>()
        where T : unmanaged, INumber<T>, IMinMaxValue<T> => T.One;

    public static T Fold<T>(T sum, T value)
        where T : unmanaged, INumber<T> => T.IsZero(value) ? T.Zero : sum;
}

internal readonly struct AnyFold : IReduceOp
{
    public static T Start<T>()
        where T : unmanaged, INumber<T>, IMinMaxValue<T> => T.Zero;

    public static T Fold<T>(T sum, T value)
        where T : unmanaged, INumber<T> => T.IsZero(value) ? sum : T.One;
}
