using static TorchSharp.torch;

namespace DeepmineSentinel.Torch.Tests.Tensors;

public sealed class NotANumberTests
{
    private static readonly Dictionary<string, Func<Tensor, Tensor>> Functions = new()
    {
        ["exp"] = x => x.exp(),
        ["tanh"] = x => x.tanh(),
        ["sigmoid"] = x => x.sigmoid(),
        ["relu"] = x => x.relu(),
        ["log"] = x => x.log(),
        ["sqrt"] = x => x.sqrt(),
        ["abs"] = x => x.abs(),
        ["clamp"] = x => x.clamp(-1, 1),
        ["maximum"] = x => x.maximum(zeros(1)),
        ["maximum turned"] = x => zeros(1).maximum(x),
        ["minimum"] = x => x.minimum(zeros(1)),
        ["softmax"] = x => x.softmax(0),
        ["log_sigmoid"] = x => x.log_sigmoid(),
        ["gelu"] = x => nn.functional.gelu(x),
        ["sum"] = x => x.sum(),
        ["max"] = x => x.max(),
        ["min"] = x => x.min(),
        ["norm"] = x => x.norm(),
        ["matmul"] = x => x.view(1, -1).matmul(ones(x.numel(), 3)),
        ["linear"] = x => nn.functional.linear(x.view(1, -1), ones(3, x.numel())),
        ["layer norm"] = x => nn.functional.layer_norm(x, [x.numel()]),
    };

    public static TheoryData<string> Names => [.. Functions.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void NaN_passes_through(string name)
    {
        foreach (var length in (long[])[1, 4, 37])
        {
            var x = ones(length);
            x[length - 1].copy_(float.NaN);
            Assert.True(Functions[name](x).isnan().any().item<bool>(), $"{length} elements");
        }
    }

    [Theory]
    [InlineData("exp", float.PositiveInfinity, float.PositiveInfinity)]
    [InlineData("exp", float.NegativeInfinity, 0)]
    [InlineData("exp", 1000f, float.PositiveInfinity)]
    [InlineData("exp", -1000f, 0)]
    [InlineData("tanh", float.PositiveInfinity, 1)]
    [InlineData("tanh", float.NegativeInfinity, -1)]
    [InlineData("sigmoid", float.PositiveInfinity, 1)]
    [InlineData("sigmoid", float.NegativeInfinity, 0)]
    [InlineData("log", 0f, float.NegativeInfinity)]
    [InlineData("log", float.PositiveInfinity, float.PositiveInfinity)]
    [InlineData("relu", float.PositiveInfinity, float.PositiveInfinity)]
    [InlineData("log_sigmoid", -1000f, -1000f)]
    public void Extremes_give_their_limits(string name, float value, float expected)
    {
        var results = Functions[name](full(37, value)).data<float>().ToArray();
        Assert.All(results, result => Assert.Equal(expected, result));
    }
}
