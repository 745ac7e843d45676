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
    public void Dropout_draws_the_same_masks() =>
        AssertEqualBits(() =>
        {
            manual_seed(9);
            var x = ones([300, 1003]);
            return [nn.functional.dropout(x, 0.3), x.bernoulli_(0.5), rand(3)];
        });

    [Fact]
    public void Random_numbers_drawn_together_are_those_drawn_one_by_one()
    {
        using var scope = NewDisposeScope();
        var (together, single) = (new Generator(4), new Generator(4));
        var all = empty(1003).bernoulli_(0.4, together).data<float>().ToArray();
        Assert.Equal(Enumerable.Range(0, 1003).Select(_ => empty(1).bernoulli_(0.4, single).item<float>()), all);
        Assert.Equal(
            rand(5, generator: single).data<float>().ToArray(),
            rand(5, generator: together).data<float>().ToArray()
        );
    }

    [Fact]
    public void Layer_norm_of_many_rows_and_its_gradients()
    {
        using var scope = NewDisposeScope();
        var (start, slope) = (randn([2001, 75], generator: new Generator(2)), randn([2001, 75]));
        AssertEqualBits(() =>
        {
            var (x, gain, shift) = (start.clone().requires_grad_(), ones(75), zeros(75));
            var y = nn.functional.layer_norm(x, [75], gain.requires_grad_(), shift.requires_grad_());
            return [y.detach(), .. autograd.grad([(y * slope).sum()], [x, gain, shift])];
        });
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Adam_over_a_large_parameter(bool largest)
    {
        using var scope = NewDisposeScope();
        var (start, slope) = (randn(300_001, generator: new Generator(2)), randn(300_001));
        AssertEqualBits(() =>
        {
            var parameter = nn.Parameter(start.clone());
            var optimiser = optim.AdamW([parameter], amsgrad: largest);
            for (var step = 0; step < 3; step++)
            {
                optimiser.zero_grad();
                (parameter * parameter * slope).sum().backward();
                nn.utils.clip_grad_norm_([parameter], 0.5);
                optimiser.step();
            }

            return [parameter.detach()];
        });
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
