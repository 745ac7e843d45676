using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DeepmineSentinel.Torch.Tests.Golden;

public sealed class EmbeddingWaveTests
{
    public static TheoryData<string> Cases => WaveCase.Names("embedding");

    [Theory]
    [MemberData(nameof(Cases))]
    public void An_embedding_gives_PyTorchs_rows_weights_and_gradients(string name)
    {
        var golden = WaveCase.Of(name);
        var module = Wave.Filled(Of(golden));
        var output = module.call(tensor((long[])[0, 2, 2, 5, 1, 2], [2, 3]));
        Assert.Equal([2, 3, 5], output.shape);
        golden.Compare("outputs", [output, module.weight]);
        Wave.Loss([output]).sum().backward();
        golden.Compare("gradients", [module.weight.Gradient!, module.weight.Gradient!]);
    }

    [Fact]
    public void The_paddings_row_is_zero_at_first_and_an_index_outside_is_refused()
    {
        var module = nn.Embedding(4, 3, padding_idx: 1);
        Assert.Equal([0f, 0, 0], module.call(tensor((int[])[1])).data<float>().ToArray());
        Assert.Throws<ArgumentOutOfRangeException>(() => module.call(tensor((long[])[4])));
        Assert.Throws<ArgumentOutOfRangeException>(() => nn.Embedding(4, 3, padding_idx: -5));
        Assert.Throws<ArgumentException>(() => module.call(ones(2)));
    }

    private static Embedding Of(WaveCase golden) =>
        golden.Is("negative") ? nn.Embedding(6, 5, padding_idx: -1)
        : golden.Is("padding") ? nn.Embedding(6, 5, padding_idx: 2)
        : golden.Is("norm 2") ? nn.Embedding(6, 5, max_norm: 1)
        : golden.Is("norm 1") ? nn.Embedding(6, 5, max_norm: 1, norm_type: 1)
        : golden.Is("norm 3") ? nn.Embedding(6, 5, max_norm: 0.7, norm_type: 3)
        : golden.Is("infinite") ? nn.Embedding(6, 5, max_norm: 0.3, norm_type: double.PositiveInfinity)
        : golden.Is("counted") ? nn.Embedding(6, 5, padding_idx: 0, scale_grad_by_freq: true)
        : nn.Embedding(6, 5);
}
