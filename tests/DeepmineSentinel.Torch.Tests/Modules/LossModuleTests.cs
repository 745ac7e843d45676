using static TorchSharp.torch;

namespace DeepmineSentinel.Torch.Tests.Modules;

public sealed class LossModuleTests
{
    [Fact]
    public void Squared_differences_are_averaged_or_summed()
    {
        var (input, target) = (tensor([1f, 2, 4]), tensor([0f, 2, 1]));
        Assert.Equal(10 / 3.0, nn.MSELoss().call(input, target).item<float>(), 1e-6);
        Assert.Equal(10, nn.MSELoss(nn.Reduction.Sum).call(input, target).item<float>(), 1e-6);
    }

    [Fact]
    public void Logits_are_weighted_by_element_and_by_positive_class()
    {
        var (input, target) = (tensor([0.5f, -1.5f]), tensor([1f, 0]));
        var loss = nn.BCEWithLogitsLoss(tensor([2f, 3]), nn.Reduction.Sum, tensor([4f, 5]));
        var expected = 2 * 4 * Math.Log(1 + Math.Exp(-0.5)) + 3 * Math.Log(1 + Math.Exp(-1.5));
        Assert.Equal(expected, loss.call(input, target).item<float>(), 1e-5);
    }

    [Fact]
    public void Rows_of_the_ignored_class_do_not_count()
    {
        var input = tensor([0.1f, 0.7f, 3, -2], [2, 2]);
        var target = tensor([1L, 0]);
        var expected = Math.Log(1 + Math.Exp(0.1 - 0.7));
        Assert.Equal(expected, nn.CrossEntropyLoss(ignore_index: 0).call(input, target).item<float>(), 1e-5);
        var both = (2 * expected + 5 * Math.Log(1 + Math.Exp(-5))) / 7;
        Assert.Equal(both, nn.CrossEntropyLoss(tensor([5f, 2])).call(input, target).item<float>(), 1e-5);
    }
}
