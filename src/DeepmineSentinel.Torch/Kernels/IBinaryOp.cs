using System.Numerics;

namespace TorchSharp.Kernels;

/// <summary>An operation on two numbers, over registers of floats and for any element type.</summary>
internal interface IBinaryOp
{
    static abstract V Lanes<S, V>(V a, V b)
        where S : struct, ISimd<V>
        where V : struct;

    static abstract T One<T>(T a, T b)
        where T : unmanaged, INumber<T>;
}
