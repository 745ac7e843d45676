using TorchSharp;
using static TorchSharp.torch;

namespace DeepmineSentinel.Torch.Tests.Golden;

/// <summary>Numbers that need no random generator, as the cases of wave_cases.json were made: scale sin(0.37 i + start).</summary>
internal static class Wave
{
    private const double Start = 0.5;

    public static Tensor Of(long[] shape, double start, double scale = 1)
    {
        var values = new float[shape.Aggregate(1L, (a, b) => a * b)];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = (float)(scale * Math.Sin(0.37 * i + start));
        }

        return torch.tensor(values, shape);
    }

    /// <summary>Half-high waves in all parameters, the first from 1, the next from 2 and so on.</summary>
    public static T Filled<T>(T module)
        where T : nn.Module
    {
        using var mode = no_grad();
        var start = 0;
        foreach (var parameter in module.parameters())
        {
            parameter.copy_(Of(parameter.shape, ++start, 0.5));
        }

        return module;
    }

    /// <summary>The sum of elements times a wave, in doubles.</summary>
    public static double Dot(Tensor tensor) =>
        (tensor.detach().to(float64) * Of(tensor.shape, Start).to(float64)).sum().item<double>();

    /// <summary>The same as a loss.</summary>
    public static Tensor Loss(IEnumerable<Tensor> outputs)
    {
        var loss = zeros(1);
        foreach (var output in outputs)
        {
            loss = loss + (output * Of(output.shape, Start)).sum();
        }

        return loss;
    }
}
