using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DeepmineSentinel.Learning.Networks;

/// <summary>
/// PyTorch's default distributions, drawn from Learning's own streams, one stream a parameter: Linear and its bias
/// uniform within 1/sqrt(inputs), LSTM uniform within 1/sqrt(hidden), attention's input by Xavier with zero biases,
/// norms 1 and 0, the learnt vectors of absent readings 0.
/// </summary>
internal static class InitialWeights
{
    /// <summary>Draws all weights of a network.</summary>
    public static void Draw(nn.Module network, long seed, int member)
    {
        using IDisposable untracked = no_grad();
        using DisposeScope scope = NewDisposeScope();
        Dictionary<string, Parameter> all = network
            .named_parameters()
            .ToDictionary(pair => pair.Item1, pair => pair.Item2);
        foreach ((string name, Parameter parameter) in all)
        {
            double limit = LimitOf(name, parameter, all);
            float[] values = new float[parameter.numel()];
            RandomSequence.Open($"weights {name}", seed, member).FillUniform(values, (float)limit);
            if (IsNorm(name) && name.EndsWith("weight", StringComparison.Ordinal))
            {
                Array.Fill(values, 1);
            }

            parameter.copy_(tensor(values, dtype: ScalarType.Float32).reshape(parameter.shape));
        }
    }

    private static bool IsNorm(string name) => name.Contains("norm.", StringComparison.Ordinal);

    // By name, as PyTorch names them: the engines differ in which of these lie in modules of their own.
    private static double LimitOf(string name, Parameter parameter, Dictionary<string, Parameter> all)
    {
        string last = name[(name.LastIndexOf('.') + 1)..];
        bool zero = IsNorm(name) || last is "absent" or "in_proj_bias";
        if (zero || name.EndsWith("out_proj.bias", StringComparison.Ordinal))
        {
            return 0;
        }

        if (last.EndsWith("_l0", StringComparison.Ordinal))
        {
            return 1 / Math.Sqrt(parameter.shape[0] / 4.0);
        }

        if (last == "in_proj_weight")
        {
            return Math.Sqrt(6.0 / (parameter.shape[0] + parameter.shape[1]));
        }

        Parameter weight = last == "bias" ? all[$"{name[..^last.Length]}weight"] : parameter;
        return 1 / Math.Sqrt(weight.shape[1]);
    }
}
