using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>First values of parameters.</summary>
internal static class Initialised
{
    public static Parameter Uniform(long[] sizes, double bound)
    {
        var tensor = Tensor.Allocate(sizes, ScalarType.Float32, tracked: false);
        using (no_grad())
        {
            tensor.uniform_(-bound, bound);
        }

        return Own(tensor);
    }

    /// <summary>Normal numbers of mean 0.</summary>
    public static Parameter Normal(long[] sizes, double deviation = 1)
    {
        var tensor = Tensor.Allocate(sizes, ScalarType.Float32, tracked: false);
        using (no_grad())
        {
            tensor.normal_(0, deviation);
        }

        return Own(tensor);
    }

    public static Parameter Filled(long[] sizes, double value)
    {
        var tensor = Tensor.Allocate(sizes, ScalarType.Float32, tracked: false);
        return Own(tensor.fill(value));
    }

    private static Parameter Own(Tensor tensor)
    {
        var parameter = new Parameter(tensor);
        parameter.DetachFromDisposeScope();
        tensor.Dispose();
        return parameter;
    }
}
