using TorchSharp;
using static TorchSharp.torch;

namespace DeepmineSentinel.Torch.Tests.Golden;

public sealed class LossGoldenTests
{
    [Fact]
    public void Cross_entropy_gives_PyTorchs_numbers() =>
        Check("cross_entropy", (z, y, _) => nn.functional.cross_entropy(z, y.to_type(ScalarType.Int64)));

    [Fact]
    public void Weighted_cross_entropy_gives_PyTorchs_numbers() =>
        Check("cross_entropy_weighted", (z, y, w) => nn.functional.cross_entropy(z, y.to_type(ScalarType.Int64), w));

    [Fact]
    public void Binary_cross_entropy_with_logits_gives_PyTorchs_numbers() =>
        Check("bce_with_logits", (z, y, _) => nn.functional.binary_cross_entropy_with_logits(z, y));

    private static void Check(string name, Func<Tensor, Tensor, Tensor?, Tensor> lossOf)
    {
        var golden = GoldenCase.Read(name);
        var logits = golden.Tensor("logits").requires_grad_();
        var weight = golden.Root.GetProperty("notes").TryGetProperty("weight", out var values)
            ? torch.tensor(values.EnumerateArray().Select(v => v.GetSingle()).ToArray())
            : null;
        var loss = lossOf(logits, golden.Tensor("target"), weight);
        Assert.Equal(golden.Root.GetProperty("loss").GetDouble(), loss.item<float>(), Close.Values);
        loss.backward();
        Close.To(golden.Tensor("logits_grad"), logits.Gradient!, Close.Gradients, name);
    }
}
