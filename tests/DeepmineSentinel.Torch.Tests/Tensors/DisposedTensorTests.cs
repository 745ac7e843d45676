using static TorchSharp.torch;

namespace DeepmineSentinel.Torch.Tests.Tensors;

public sealed class DisposedTensorTests
{
    public static TheoryData<string> Uses => [.. Ways.Keys];

    private static Dictionary<string, Action<Tensor>> Ways { get; } =
        new()
        {
            ["add"] = x => x.add(1),
            ["multiplied by another"] = x => ones(2).mul(x),
            ["written into"] = x => x.zero_(),
            ["viewed"] = x => x.view(-1),
            ["reduced"] = x => x.sum(),
            ["read"] = x => x.data<float>().ToArray(),
            ["item"] = x => x.select(0, 0).item<float>(),
            ["bytes"] = x => _ = x.bytes.Length,
            ["matmul"] = x => x.matmul(x),
            ["cat"] = x => cat([x, ones(2)]),
            ["cloned"] = x => x.clone(),
        };

    [Theory]
    [MemberData(nameof(Uses))]
    public void A_disposed_tensor_refuses_to_be_used(string use)
    {
        var x = ones(2);
        x.Dispose();
        Assert.True(x.IsInvalid);
        Assert.ThrowsAny<InvalidOperationException>(() => Ways[use](x));
    }

    [Fact]
    public void Disposing_twice_does_nothing_and_leaves_the_scopes_count_right()
    {
        using var scope = NewDisposeScope();
        var (x, y) = (ones(2), ones(3));
        Assert.Equal(2, scope.DisposablesCount);
        x.Dispose();
        x.Dispose();
        Assert.Equal(1, scope.DisposablesCount);
        Assert.False(scope.Contains(x));
        Assert.Equal([y], scope.DisposablesView);
    }
}
