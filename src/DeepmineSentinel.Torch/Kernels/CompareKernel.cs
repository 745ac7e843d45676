using System.Numerics;
using static TorchSharp.torch;

namespace TorchSharp.Kernels;

/// <summary>Elementwise questions; the answers are truth tensors.</summary>
internal static class CompareKernel
{
    public static Tensor Run<TOp>(Tensor a, Scalar b)
        where TOp : struct, ICompareOp
    {
        ArgumentNullException.ThrowIfNull(b);
        using var constant = Elementwise.Constant(b, Elements.Promote(a, b));
        return Run<TOp>(a, constant);
    }

    public static Tensor Run<TOp>(Tensor a, Tensor b)
        where TOp : struct, ICompareOp
    {
        ArgumentNullException.ThrowIfNull(b);
        var type = Elements.Promote(a, b);
        var (left, right) = (Elementwise.Converted(a, type), Elementwise.Converted(b, type));
        var result = Tensor.Allocate(Shapes.Broadcast(a.Sizes, b.Sizes), ScalarType.Bool);
        switch (type)
        {
            case ScalarType.Float32:
                Rows<float, TOp>(left, right, result);
                break;
            case ScalarType.Float64:
                Rows<double, TOp>(left, right, result);
                break;
            case ScalarType.Int64:
                Rows<long, TOp>(left, right, result);
                break;
            case ScalarType.Int32:
                Rows<int, TOp>(left, right, result);
                break;
            default:
                Rows<byte, TOp>(left, right, result);
                break;
        }

        return result;
    }

    private static void Rows<T, TOp>(Tensor a, Tensor b, Tensor target)
        where T : unmanaged, INumber<T>
        where TOp : struct, ICompareOp
    {
        var left = a.Reach<T>();
        var right = b.Reach<T>();
        var to = target.Flat<byte>();
        var loop = new StridedLoop(target, a, b);
        while (loop.Next())
        {
            for (var i = 0; i < loop.Length; i++)
            {
                var x = left[loop.Start(1) + i * loop.Step(1)];
                var yes = TOp.One(x, right[loop.Start(2) + i * loop.Step(2)]);
                to[loop.Start(0) + i * loop.Step(0)] = yes ? (byte)1 : (byte)0;
            }
        }
    }
}
