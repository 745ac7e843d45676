namespace TorchSharp.Kernels;

/// <summary>A function of one number, over registers of floats and for doubles.</summary>
internal interface IUnaryOp
{
    static abstract V Lanes<S, V>(V x)
        where S : struct, ISimd<V>
        where V : struct;

    static abstract double One(double x);
}
