namespace TorchSharp.Kernels;

/// <summary>A function of one number taken in double precision, element by element.</summary>
internal interface IScalarOp
{
    static abstract double One(double x);
}
