using System.Numerics;

namespace TorchSharp.Kernels;

/// <summary>A way to fold numbers into one.</summary>
internal interface IReduceOp
{
    static abstract T Start<T>()
        where T : unmanaged, INumber<T>, IMinMaxValue<T>;

    static abstract T Fold<T>(T sum, T value)
        where T : unmanaged, INumber<T>;
}
