using static TorchSharp.torch;

namespace DeepmineSentinel.Torch.Tests.Threads;

/// <summary>Work large enough to be shared out gives the same bits for any number of threads.</summary>
[Collection(Alone.Name)]
public sealed class EqualBitsTests
{
    [Theory]
    [InlineData(131, 517, 97)]
    [InlineData(1001, 33, 41)]
    [InlineData(17, 999, 301)]
    [InlineData(64, 257, 512)]
    [InlineData(2050, 70, 1)]
    [InlineData(1, 300, 700)]
    public void Products_of_odd_shapes(int rows, int depth, int columns)
    {
        using var scope = NewDisposeScope();
        var generator = new Generator(7);
        var (a, b) = (randn([rows, depth], generator: generator), randn([depth, columns], generator: generator));
        var flipped = b.t().contiguous().t();
        AssertEqualBits(() => [a.matmul(b), a.matmul(flipped), b.t().matmul(a.t())]);
    }

    [Fact]
    public void Elementwise_operations_and_sums_of_long_rows()
    {
        using var scope = NewDisposeScope();
        var x = randn([300, 1003], generator: new Generator(3));
        AssertEqualBits(() => [x.exp(), x * 3 + x, x.tanh(), x.sum(0), x.sigmoid().mean()]);
    }

    [Fact]
    public void Predictions_of_a_dual_branch()
    {
        manual_seed(5);
        var network = new DualBranch();
        network.eval();
        var (rows, readings) = (randn(131, 12), randn([131, 14, 9]));
        using var mode = no_grad();
        AssertEqualBits(() => [network.call(rows, readings)]);
    }

    [Fact]
    public void Training_of_a_dual_branch()
    {
        var one = Train(1);
        Assert.Equal(one, Train(2));
        Assert.Equal(one, Train(4));
    }

    private static List<byte[]> Train(int threads)
    {
        using var count = new ThreadCount(threads);
        manual_seed(5);
        var network = new DualBranch();
        var optimiser = optim.Adam(network.parameters());
        var (rows, readings, label) = (randn(52, 12), randn([52, 14, 9]), zeros([52], ScalarType.Int64));
        for (var step = 0; step < 4; step++)
        {
            using var scope = NewDisposeScope();
            optimiser.zero_grad();
            nn.functional.cross_entropy(network.call(rows, readings), label).backward();
            nn.utils.clip_grad_norm_(network.parameters(), 1);
            optimiser.step();
        }

        return [.. network.state_dict().Select(entry => entry.Value.bytes.ToArray())];
    }

    private static void AssertEqualBits(Func<Tensor[]> compute)
    {
        var expected = Compute(1, compute);
        Assert.Equal(expected, Compute(2, compute));
        Assert.Equal(expected, Compute(4, compute));
    }

    private static List<byte[]> Compute(int threads, Func<Tensor[]> compute)
    {
        using var count = new ThreadCount(threads);
        using var scope = NewDisposeScope();
        return [.. compute().Select(result => result.contiguous().bytes.ToArray())];
    }
}
