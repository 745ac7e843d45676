using static TorchSharp.torch;
using static TorchSharp.torch.nn.utils.rnn;

namespace DeepmineSentinel.Torch.Tests.Golden;

public sealed class RecurrentWaveTests
{
    private static readonly long[] Lengths = [2, 5, 3];

    public static TheoryData<string> Grus => WaveCase.Names("GRU");

    public static TheoryData<string> Lstms => WaveCase.Names("LSTM");

    [Theory]
    [MemberData(nameof(Grus))]
    public void A_gru_gives_PyTorchs_outputs_states_and_gradients(string name)
    {
        var golden = WaveCase.Of(name);
        var (layers, both) = (golden.Is("deep") ? 2 : 1, golden.Is("both"));
        var module = Wave.Filled(nn.GRU(4, 6, layers, bias: !golden.Is("no bias"), bidirectional: both));
        var (x, h) = (Input(), First(layers, both, 9));
        var (output, state) = golden.Is("packed") ? Packed(module.call(Pack(x), h)) : module.call(x, h);
        golden.Check(module, [x, h], [output, state]);
    }

    [Theory]
    [MemberData(nameof(Lstms))]
    public void An_lstm_gives_PyTorchs_outputs_states_and_gradients(string name)
    {
        var golden = WaveCase.Of(name);
        var (layers, both) = (golden.Is("deep") ? 2 : 1, golden.Is("both"));
        var module = Wave.Filled(nn.LSTM(4, 6, layers, bias: !golden.Is("no bias"), bidirectional: both));
        var (x, h, c) = (Input(), First(layers, both, 9), First(layers, both, 11));
        if (golden.Is("packed"))
        {
            var (packed, state, cell) = module.call(Pack(x), (h, c));
            golden.Check(module, [x, h, c], [pad_packed_sequence(packed).Item1, state, cell]);
        }
        else
        {
            var (output, state, cell) = module.call(x, (h, c));
            golden.Check(module, [x, h, c], [output, state, cell]);
        }
    }

    [Fact]
    public void Keys_of_two_layers_in_both_directions_are_PyTorchs() =>
        Assert.Equal(WaveCase.Of("LSTM both deep").Keys(), nn.LSTM(4, 6, 2, bidirectional: true).state_dict().Keys);

    private static Tensor Input() => Wave.Of([5, 3, 4], 7).requires_grad_();

    private static Tensor First(int layers, bool both, double start) =>
        Wave.Of([layers * (both ? 2 : 1), 3, 6], start, 0.5).requires_grad_();

    private static PackedSequence Pack(Tensor x) => pack_padded_sequence(x, tensor(Lengths), enforce_sorted: false);

    private static (Tensor, Tensor) Packed((PackedSequence Rows, Tensor State) result)
    {
        var (padded, lengths) = pad_packed_sequence(result.Rows);
        Assert.Equal(Lengths, lengths.data<long>().ToArray());
        return (padded, result.State);
    }
}
