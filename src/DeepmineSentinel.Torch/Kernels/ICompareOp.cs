using System.Numerics;

namespace TorchSharp.Kernels;

/// <summary>A question about two numbers.</summary>
internal interface ICompareOp
{
    static abstract bool One<T>(T a, T b)
        where T : unmanaged, INumber<T>;
}
