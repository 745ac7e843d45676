using TorchSharp.Autograd;
using static TorchSharp.torch;

namespace TorchSharp.Kernels;

/// <summary>Powers, taken in double precision.</summary>
internal static class PowerKernel
{
    public static Tensor Run(Tensor a, double power)
    {
        if (power == 2)
        {
            return Elementwise.Binary<MulOp>(a, a);
        }

        // As in PyTorch: a root and not a power, which differ at minus infinity.
        if (power is 0.5 or -0.5)
        {
            using var mode = new GradMode(false);
            return power > 0 ? a.sqrt() : 1 / a.sqrt();
        }

        using var exponent = Elementwise.Constant(power, a.dtype);
        return Run(a, exponent);
    }

    public static Tensor Run(Tensor a, Tensor power)
    {
        var type = Elements.Promote(a, power);
        using var mode = new GradMode(false);
        var x = a.ConvertTo(ScalarType.Float64, true);
        var y = power.ConvertTo(ScalarType.Float64, true);
        var result = Tensor.Allocate(Shapes.Broadcast(a.Sizes, power.Sizes), ScalarType.Float64);
        var from = x.Reach<double>();
        var exponent = y.Reach<double>();
        var to = result.Flat<double>();
        var loop = new StridedLoop(result, x, y);
        while (loop.Next())
        {
            for (var i = 0; i < loop.Length; i++)
            {
                to[loop.Start(0) + i * loop.Step(0)] = Math.Pow(
                    from[loop.Start(1) + i * loop.Step(1)],
                    exponent[loop.Start(2) + i * loop.Step(2)]
                );
            }
        }

        return result.to_type(type);
    }
}
