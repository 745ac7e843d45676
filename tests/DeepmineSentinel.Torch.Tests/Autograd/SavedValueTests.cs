using static TorchSharp.torch;

namespace DeepmineSentinel.Torch.Tests.Autograd;

public sealed class SavedValueTests
{
    [Fact]
    public void A_saved_value_outlives_its_disposed_handle()
    {
        var x = tensor([1f, 2, 3], requires_grad: true);
        Tensor loss;
        using (var factor = x.exp())
        using (var product = factor * factor)
        {
            loss = product.sum();
        }

        using var noise = zeros(3);
        loss.backward();
        Assert.Equal(2 * Math.Exp(4), x.Gradient!.data<float>()[1], 1e-3);
    }

    [Fact]
    public void A_backward_pass_leaves_saved_tensors_with_their_owner()
    {
        using var scope = NewDisposeScope();
        var x = tensor([1f, 2, 3], requires_grad: true);
        var weights = tensor([4f, 5, 6]);
        (x * weights).sum().backward();
        Assert.False(weights.IsInvalid);
        Assert.True(scope.Contains(weights));
        x.Gradient!.fill(0);
        Assert.Equal([4f, 5, 6], weights.data<float>().ToArray());
    }
}
