using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DeepmineSentinel.Torch.Tests.Modules;

public sealed class LstmTests
{
    /// <summary>Prediction keeps neither gates nor cells and takes few rows at a time.</summary>
    [Theory]
    [InlineData(1, 7, 5)]
    [InlineData(5, 64, 9)]
    [InlineData(8, 40, 3)]
    [InlineData(24, 64, 8)]
    [InlineData(61, 33, 12)]
    public void Prediction_gives_the_bits_of_training_and_the_numbers_of_plain_steps(int batch, int hidden, int inputs)
    {
        manual_seed(11);
        using var scope = NewDisposeScope();
        var layer = nn.LSTM(inputs, hidden);
        var first = (randn([1, batch, hidden]), randn([1, batch, hidden]));
        var x = randn([6, batch, inputs]);
        var trained = layer.call(x, first);
        using var mode = no_grad();
        var predicted = layer.call(x, first);
        AssertEqualBits(trained.Item1, predicted.Item1);
        AssertEqualBits(trained.Item2, predicted.Item2);
        AssertEqualBits(trained.Item3, predicted.Item3);
        var (states, cell) = Plain(layer, x, first.Item1[0], first.Item2[0]);
        Assert.True((states - predicted.Item1).abs().max().item<float>() < 1e-5f);
        Assert.True((cell - predicted.Item3[0]).abs().max().item<float>() < 1e-5f);
    }

    private static (Tensor States, Tensor Cell) Plain(LSTM layer, Tensor x, Tensor state, Tensor cell)
    {
        var weights = layer.state_dict();
        var states = new List<Tensor>();
        for (var t = 0; t < x.shape[0]; t++)
        {
            var inputs = nn.functional.linear(x[t], weights["weight_ih_l0"], weights["bias_ih_l0"]);
            var gates = (inputs + nn.functional.linear(state, weights["weight_hh_l0"], weights["bias_hh_l0"])).chunk(
                4,
                1
            );
            cell = gates[1].sigmoid() * cell + gates[0].sigmoid() * gates[2].tanh();
            state = gates[3].sigmoid() * cell.tanh();
            states.Add(state);
        }

        return (stack([.. states]), cell);
    }

    private static void AssertEqualBits(Tensor expected, Tensor found) =>
        Assert.True(expected.detach().contiguous().bytes.SequenceEqual(found.contiguous().bytes));
}
