using TorchSharp;
using static TorchSharp.torch;

namespace DeepmineSentinel.Torch.Tests.Autograd;

/// <summary>Compares gradients with central differences of a randomly weighted sum of the function's values.</summary>
internal static class FiniteDifferences
{
    /// <summary>In doubles, where differences are accurate to about ten digits.</summary>
    public static void Check(Func<Tensor[], Tensor> function, params Tensor[] inputs) =>
        Check(function, 1e-6, 1e-6, inputs);

    /// <summary>For functions that exist in float32 only: larger steps and a wider tolerance.</summary>
    public static void CheckFloats(Func<Tensor[], Tensor> function, params Tensor[] inputs) =>
        Check(function, 1e-2, 1e-2, inputs);

    public static Tensor Random(Generator generator, params long[] shape) =>
        torch.randn(shape, ScalarType.Float64, generator: generator);

    private static void Check(Func<Tensor[], Tensor> function, double step, double tolerance, Tensor[] inputs)
    {
        using var scope = NewDisposeScope();
        var leaves = inputs.Select(x => x.detach().clone().requires_grad_()).ToArray();
        var output = function(leaves);
        var weights = torch.randn(output.shape, output.dtype, generator: new Generator(99));
        var gradients = torch.autograd.grad([(output * weights).sum()], leaves);
        for (var i = 0; i < leaves.Length; i++)
        {
            Compare(function, weights, inputs, (i, gradients[i]), (step, tolerance));
        }
    }

    private static void Compare(
        Func<Tensor[], Tensor> function,
        Tensor weights,
        Tensor[] inputs,
        (int Index, Tensor Gradient) found,
        (double Step, double Tolerance) limits
    )
    {
        using var mode = no_grad();
        var gradient = found.Gradient.to_type(ScalarType.Float64).reshape(-1).data<double>().ToArray();
        for (var place = 0; place < gradient.Length; place++)
        {
            var slope =
                (
                    Value(function, weights, inputs, (found.Index, place, limits.Step))
                    - Value(function, weights, inputs, (found.Index, place, -limits.Step))
                ) / (2 * limits.Step);
            var close = Math.Abs(slope - gradient[place]) <= limits.Tolerance * Math.Max(1, Math.Abs(slope));
            Assert.True(close, $"input {found.Index}[{place}]: slope {slope}, gradient {gradient[place]}");
        }
    }

    private static double Value(
        Func<Tensor[], Tensor> function,
        Tensor weights,
        Tensor[] inputs,
        (int Index, int Place, double Step) change
    )
    {
        using var scope = NewDisposeScope();
        var moved = inputs.Select(x => x.detach().clone()).ToArray();
        moved[change.Index].reshape(-1)[change.Place].add_(change.Step);
        return (function(moved).to_type(ScalarType.Float64) * weights.to_type(ScalarType.Float64)).sum().item<double>();
    }
}
