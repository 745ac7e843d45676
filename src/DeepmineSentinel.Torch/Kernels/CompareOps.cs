using System.Numerics;

namespace TorchSharp.Kernels;

internal readonly struct EqOp : ICompareOp
{
    public static bool One<T>(T a, T b)
        where T : unmanaged, INumber<T> => a == b;
}

internal readonly struct NeOp : ICompareOp
{
    public static bool One<T>(T a, T b)
        where T : unmanaged, INumber<T> => a != b;
}

internal readonly struct GtOp : ICompareOp
{
    public static bool One<T>(T a, T b)
        where T : unmanaged, INumber<T> => a > b;
}

internal readonly struct GeOp : ICompareOp
{
    public static bool One<T>(T a, T b)
        where T : unmanaged, INumber<T> => a >= b;
}

internal readonly struct LtOp : ICompareOp
{
    public static bool One<T>(T a, T b)
        where T : unmanaged, INumber<T> => a < b;
}

internal readonly struct LeOp : ICompareOp
{
    public static bool One<T>(T a, T b)
        where T : unmanaged, INumber<T> => a <= b;
}

internal readonly struct AndOp : ICompareOp
{
    public static bool One<T>(T a, T b)
        where T : unmanaged, INumber<T> => !T.IsZero(a) && !T.IsZero(b);
}

internal readonly struct OrOp : ICompareOp
{
    public static bool One<T>(T a, T b)
        where T : unmanaged, INumber<T> => !T.IsZero(a) || !T.IsZero(b);
}
