using static TorchSharp.torch;

namespace DeepmineSentinel.Torch.Tests.Golden;

public sealed class ModuleGoldenTests
{
    [Fact]
    public void Linear_gives_PyTorchs_numbers() => Check("linear", nn.Linear(7, 5), (m, x) => m.call(x[0]));

    [Fact]
    public void Lstm_of_one_layer_gives_PyTorchs_numbers() =>
        Check("lstm_one_layer", nn.LSTM(6, 8, batchFirst: true), (m, x) => m.call(x[0]).Item1);

    [Fact]
    public void Lstm_of_two_layers_gives_PyTorchs_numbers() =>
        Check("lstm_two_layers", nn.LSTM(5, 16, 2, batchFirst: true), (m, x) => m.call(x[0]).Item1);

    [Fact]
    public void Lstms_last_step_gives_PyTorchs_numbers() =>
        Check("lstm_last_step", nn.LSTM(10, 32, batchFirst: true), (m, x) => m.call(x[0]).Item1.select(1, -1));

    [Fact]
    public void Layer_norm_gives_PyTorchs_numbers() => Check("layer_norm", nn.LayerNorm(12), (m, x) => m.call(x[0]));

    [Fact]
    public void Batch_norm_in_training_gives_PyTorchs_numbers_and_running_values() =>
        Check("batch_norm_train", nn.BatchNorm1d(6), (m, x) => m.call(x[0]));

    [Fact]
    public void Batch_norm_in_evaluation_gives_PyTorchs_numbers()
    {
        var module = nn.BatchNorm1d(6);
        module.eval();
        Check("batch_norm_eval", module, (m, x) => m.call(x[0]));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Self_attention_gives_PyTorchs_numbers(bool needWeights) =>
        Check("self_attention", nn.MultiheadAttention(16, 4), (m, x) => Attend(m, x[0], x[0], null, needWeights));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Cross_attention_gives_PyTorchs_numbers(bool needWeights) =>
        Check("cross_attention", nn.MultiheadAttention(16, 4), (m, x) => Attend(m, x[0], x[1], null, needWeights));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Masked_attention_gives_PyTorchs_numbers(bool needWeights)
    {
        var mask = zeros([2, 7], ScalarType.Bool);
        mask[0].narrow(0, 0, 3).copy_(ones(3, ScalarType.Bool));
        mask[1].narrow(0, 0, 5).copy_(ones(5, ScalarType.Bool));
        Check("masked_attention", nn.MultiheadAttention(16, 4), (m, x) => Attend(m, x[0], x[0], mask, needWeights));
    }

    private static Tensor Attend(
        TorchSharp.Modules.MultiheadAttention module,
        Tensor query,
        Tensor keys,
        Tensor? mask,
        bool weights
    )
    {
        var q = query.transpose(0, 1);
        var k = ReferenceEquals(query, keys) ? q : keys.transpose(0, 1);
        return module.call(q, k, k, mask, weights).Item1.transpose(0, 1);
    }

    private static void Check<T>(string name, T module, Func<T, Tensor[], Tensor> run)
        where T : nn.Module
    {
        var golden = GoldenCase.Read(name);
        module.load_state_dict(golden.State("state_before"));
        var inputs = new Tensor[golden.Root.GetProperty("inputs").GetArrayLength()];
        for (var i = 0; i < inputs.Length; i++)
        {
            inputs[i] = golden.Tensor("inputs", i).requires_grad_();
        }

        var output = run(module, inputs);
        Close.To(golden.Tensor("output"), output, Close.Values, name);
        (output * golden.Tensor("output_weights")).sum().backward();
        for (var i = 0; i < inputs.Length; i++)
        {
            Close.To(golden.Tensor("input_grads", i), inputs[i].Gradient!, Close.Gradients, $"{name} input {i}");
        }

        var parameters = module.named_parameters().ToDictionary(p => p.name, p => p.parameter);
        foreach (var (key, gradient) in golden.State("parameter_grads"))
        {
            Close.To(gradient, parameters[key].Gradient!, Close.Gradients, $"{name} {key}");
        }

        foreach (var (key, value) in golden.State("state_after"))
        {
            Close.To(value, module.state_dict()[key], Close.Values, $"{name} {key}");
        }
    }
}
