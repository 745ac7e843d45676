using static TorchSharp.torch;

namespace DeepmineSentinel.Torch.Tests.Golden;

public sealed class AttentionWaveTests
{
    public static TheoryData<string> Cases => WaveCase.Names("attention");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Attention_with_added_keys_and_other_sizes_gives_PyTorchs_numbers(string name)
    {
        var golden = WaveCase.Of(name);
        var (module, q, k, v) = Parts(golden);
        var mask = Mask(golden);
        var (output, weights) = module.call(q, k, v, mask.Keys, attn_mask: mask.Scores);
        golden.Check(module, [q, k, v], [output, weights]);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Without_weights_the_outputs_and_their_gradients_are_the_same(string name)
    {
        var golden = WaveCase.Of(name);
        var (module, q, k, v) = Parts(golden);
        var (keys, scores) = Mask(golden);
        var plain = module.call(q, k, v, keys, attn_mask: scores).Item1;
        var (output, weights) = module.call(q, k, v, keys, need_weights: false, attn_mask: scores);
        Assert.Null(weights);
        Close.To(plain, output, 1e-6);
        Tensor[] leaves = [q, k, v, .. module.parameters()];
        var wanted = autograd.grad([Wave.Loss([plain])], leaves);
        var found = autograd.grad([Wave.Loss([output])], leaves);
        for (var i = 0; i < leaves.Length; i++)
        {
            Close.To(wanted[i], found[i], 1e-5);
        }
    }

    [Fact]
    public void Keys_of_all_parts_are_PyTorchs() =>
        Assert.Equal(WaveCase.Of("attention all").Keys(), Parts(WaveCase.Of("attention all")).Module.state_dict().Keys);

    private static (TorchSharp.Modules.MultiheadAttention Module, Tensor Q, Tensor K, Tensor V) Parts(WaveCase golden)
    {
        var apart = golden.Is("dims") || golden.Is("all");
        var module = nn.MultiheadAttention(
            8,
            2,
            bias: !golden.Is("no bias"),
            add_bias_kv: golden.Is("added") || golden.Is("all") || golden.Is("no bias"),
            add_zero_attn: golden.Is("zero") || golden.Is("all"),
            kdim: apart ? 5 : null,
            vdim: apart ? 3 : null
        );
        return (
            Wave.Filled(module),
            Wave.Of([3, 2, 8], 1).requires_grad_(),
            Wave.Of([4, 2, apart ? 5 : 8], 2).requires_grad_(),
            Wave.Of([4, 2, apart ? 3 : 8], 3).requires_grad_()
        );
    }

    private static (Tensor? Keys, Tensor? Scores) Mask(WaveCase golden) =>
        golden.Is("bool")
            ? (null, Wave.Of([4, 3, 4], 5).gt(0.9))
            : (
                tensor((bool[])[false, false, true, false, true, false, false, false], [2, 4]),
                golden.Is("float") ? Wave.Of([3, 4], 4) : null
            );
}
