using TorchSharp;
using static DeepmineSentinel.Torch.Tests.Autograd.FiniteDifferences;
using static TorchSharp.torch;

namespace DeepmineSentinel.Torch.Tests.Autograd;

/// <summary>Layers that are one step of the tape, in float32, with inputs and parameters as arguments.</summary>
public sealed class FusedGradientTests : IDisposable
{
    private readonly Generator generator = new(31);

    public void Dispose() => generator.Dispose();

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(5, 3, 4)]
    [InlineData(9, 17, 33)]
    public void Gradient_of_linear_agrees_with_finite_differences(long rows, long inputs, long outputs) =>
        CheckFloats(
            x => nn.functional.linear(x[0], x[1], x[2]),
            Draw(rows, inputs),
            Draw(outputs, inputs),
            Draw(outputs)
        );

    [Fact]
    public void Gradient_of_layer_norm_agrees_with_finite_differences() =>
        CheckFloats(x => nn.functional.layer_norm(x[0], [5], x[1], x[2]), Draw(2, 3, 5), Draw(5), Draw(5));

    [Fact]
    public void Gradient_of_batch_norm_in_training_agrees_with_finite_differences() =>
        CheckFloats(x => Holding(nn.BatchNorm1d(3), x).call(x[0]), Draw(6, 3), Draw(3), Draw(3));

    [Fact]
    public void Gradient_of_batch_norm_over_series_agrees_with_finite_differences() =>
        CheckFloats(x => Holding(nn.BatchNorm1d(3), x).call(x[0]), Draw(4, 3, 2), Draw(3), Draw(3));

    [Fact]
    public void Gradient_of_batch_norm_in_evaluation_agrees_with_finite_differences()
    {
        CheckFloats(
            x =>
            {
                var module = Holding(nn.BatchNorm1d(3), x);
                module.eval();
                return module.call(x[0]);
            },
            Draw(6, 3),
            Draw(3),
            Draw(3)
        );
    }

    [Theory]
    [InlineData(1, 1, 2, 3)]
    [InlineData(4, 3, 2, 5)]
    [InlineData(3, 2, 5, 18)]
    public void Gradient_of_an_lstm_agrees_with_finite_differences(long steps, long batch, long inputs, long hidden)
    {
        var scale = 0.3f;
        CheckFloats(
            x =>
            {
                var module = Holding(nn.LSTM(inputs, hidden), x);
                var (output, state, cell) = module.call(x[0], (x[5], x[6]));
                return cat([output.flatten(), state.flatten(), cell.flatten()]);
            },
            Draw(steps, batch, inputs),
            Draw(4 * hidden, inputs) * scale,
            Draw(4 * hidden, hidden) * scale,
            Draw(4 * hidden),
            Draw(4 * hidden),
            Draw(1, batch, hidden),
            Draw(1, batch, hidden)
        );
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Gradient_of_attention_agrees_with_finite_differences(bool masked)
    {
        var mask = masked ? torch.tensor([false, true, false, true, false, false], [2, 3]) : null;
        CheckFloats(
            x =>
            {
                var module = Holding(nn.MultiheadAttention(4, 2), x, first: 2);
                return module.call(x[0], x[1], x[1], mask, need_weights: false).Item1;
            },
            Draw(5, 2, 4),
            Draw(3, 2, 4),
            Draw(12, 4),
            Draw(12),
            Draw(4, 4),
            Draw(4)
        );
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Fused_attention_equals_attention_from_elementary_operations(bool apart)
    {
        var module = nn.MultiheadAttention(8, 2);
        var query = Draw(5, 3, 8).requires_grad_();
        var key = apart ? Draw(5, 3, 8).requires_grad_() : query;
        var value = apart ? Draw(5, 3, 8).requires_grad_() : query;
        var fused = module.call(query, key, value, need_weights: false).Item1;
        var (plain, weights) = module.call(query, key, value);
        Close.To(plain, fused, 1e-6);
        Close.To(ones(3, 5), weights.sum(-1), 1e-6);
        var fusedGradients = torch.autograd.grad([fused.square().sum()], [query, key]);
        var plainGradients = torch.autograd.grad([plain.square().sum()], [query, key]);
        Close.To(plainGradients[0], fusedGradients[0], 1e-5);
        Close.To(plainGradients[1], fusedGradients[1], 1e-5);
    }

    [Theory]
    [InlineData(nn.Reduction.Mean)]
    [InlineData(nn.Reduction.Sum)]
    public void Fused_cross_entropy_equals_cross_entropy_from_elementary_operations(nn.Reduction reduction)
    {
        var logits = Draw(5, 3).requires_grad_();
        var target = torch.tensor((long[])[2, 0, -100, 1, 2]);
        var weight = torch.tensor((float[])[1, 2, 0.5f]);
        var fused = nn.functional.cross_entropy(logits, target, weight, reduction: reduction);
        var plain = nn.functional.cross_entropy(logits.to(float64), target, weight.to(float64), reduction: reduction);
        Close.To(plain.to(float32), fused, 1e-6);
        var found = torch.autograd.grad([fused * 3], [logits]);
        Close.To(torch.autograd.grad([plain * 3], [logits])[0], found[0], 1e-6);
        Assert.Equal(0, found[0][2].abs().sum().item<float>());
    }

    [Fact]
    public void A_row_whose_keys_are_all_masked_is_NaN_and_leaves_the_others_alone()
    {
        var module = nn.MultiheadAttention(4, 2);
        var x = Draw(3, 2, 4);
        var mask = torch.tensor([true, true, true, false, false, true], [2, 3]);
        var output = module.call(x, x, x, mask, need_weights: false).Item1;
        Assert.True(output.select(1, 0).isnan().all().item<bool>());
        Assert.False(output.select(1, 1).isnan().any().item<bool>());
    }

    [Fact]
    public void An_lstm_equals_its_equations_step_by_step()
    {
        var module = nn.LSTM(3, 5);
        var w = module.state_dict();
        var x = Draw(4, 2, 3);
        var (h, c) = (zeros(2, 5), zeros(2, 5));
        for (var t = 0; t < 4; t++)
        {
            var gates =
                x[t].matmul(w["weight_ih_l0"].t())
                + w["bias_ih_l0"]
                + h.matmul(w["weight_hh_l0"].t())
                + w["bias_hh_l0"];
            var parts = gates.chunk(4, 1);
            c = parts[1].sigmoid() * c + parts[0].sigmoid() * parts[2].tanh();
            h = parts[3].sigmoid() * c.tanh();
        }

        var (output, state, cell) = module.call(x);
        Close.To(h, output[-1], 1e-6);
        Close.To(h, state[0], 1e-6);
        Close.To(c, cell[0], 1e-6);
    }

    private static T Holding<T>(T module, Tensor[] arguments, int first = 1)
        where T : nn.Module
    {
        var index = first;
        foreach (var (_, parameter) in module.named_parameters())
        {
            var argument = arguments[index++];
            using (no_grad())
            {
                parameter.copy_(argument);
            }

            parameter.Meta = argument.Meta;
        }

        return module;
    }

    private Tensor Draw(params long[] shape) => torch.randn(shape, generator: generator);
}
