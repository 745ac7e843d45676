using DeepmineSentinel.Torch.Tests.Threads;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DeepmineSentinel.Torch.Tests.Functional;

/// <summary>Where nothing is recorded, attention takes a few rows of the batch at a time; every bit stays as it is for the whole.</summary>
[Collection(Alone.Name)]
public sealed class AttentionPredictionTests
{
    /// <summary>Query steps, key steps (0: the queries are the keys), batch, features, heads.</summary>
    public static TheoryData<int, int, int, int, int> Shapes =>
        new()
        {
            { 30, 0, 7, 128, 8 },
            { 1, 30, 19, 64, 4 },
            { 5, 0, 1, 8, 2 },
            { 1, 0, 40, 6, 3 },
            { 14, 9, 21, 80, 5 },
            { 7, 33, 5, 36, 1 },
            { 120, 0, 5, 32, 2 },
        };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Predictions_have_the_bits_of_what_is_recorded(int asked, int read, int batch, int width, int heads)
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(17);
        foreach (var bias in new[] { true, false })
        {
            var module = Filled(nn.MultiheadAttention(width, heads, bias: bias), generator);
            var (query, key) = Inputs(asked, read, batch, width, generator);
            foreach (var mask in new[] { null, Mask(batch, (int)key.shape[0], generator) })
            {
                var recorded = module.call(query, key, key, mask, need_weights: false).Item1;
                Assert.True(recorded.requires_grad);
                foreach (var threads in new[] { 1, 2, 4 })
                {
                    using var count = new ThreadCount(threads);
                    using var mode = no_grad();
                    var predicted = module.call(query, key, key, mask, need_weights: false).Item1;
                    Assert.False(predicted.requires_grad);
                    AssertEqualBits(recorded, predicted);
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Each_row_of_a_batch_has_the_bits_that_it_has_alone(int asked, int read, int batch, int width, int heads)
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(19);
        using var mode = no_grad();
        var module = Filled(nn.MultiheadAttention(width, heads), generator);
        var (query, key) = Inputs(asked, read, batch, width, generator);
        var whole = module.call(query, key, key, need_weights: false).Item1;
        for (var row = 0; row < batch; row++)
        {
            var alone = query.narrow(1, row, 1);
            var keys = read == 0 ? alone : key.narrow(1, row, 1);
            AssertEqualBits(module.call(alone, keys, keys, need_weights: false).Item1, whole.narrow(1, row, 1));
        }
    }

    [Fact]
    public void Inputs_may_be_views_with_the_batch_first()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(23);
        using var mode = no_grad();
        var module = Filled(nn.MultiheadAttention(32, 4), generator);
        var view = randn([37, 11, 32], generator: generator).transpose(0, 1);
        var packed = view.contiguous();
        AssertEqualBits(
            module.call(packed, packed, packed, need_weights: false).Item1,
            module.call(view, view, view, need_weights: false).Item1
        );
    }

    [Fact]
    public void A_prediction_follows_its_weights()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(29);
        var module = Filled(nn.MultiheadAttention(16, 2), generator);
        var x = randn([6, 9, 16], generator: generator);
        for (var step = 0; step < 3; step++)
        {
            var recorded = module.call(x, x, x, need_weights: false).Item1;
            using var mode = no_grad();
            AssertEqualBits(recorded, module.call(x, x, x, need_weights: false).Item1);
            foreach (var parameter in module.parameters())
            {
                parameter.mul_(1.25f);
            }
        }
    }

    [Fact]
    public void A_row_that_is_not_a_number_or_has_no_key_leaves_the_others_alone()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(31);
        using var mode = no_grad();
        var module = Filled(nn.MultiheadAttention(16, 2), generator);
        var x = randn([5, 9, 16], generator: generator);
        var mask = zeros([9, 5], ScalarType.Bool);
        var sound = module.call(x, x, x, mask, need_weights: false).Item1;
        var broken = x.clone();
        broken[2, 3, 1].fill(float.NaN);
        mask[6].fill(1);
        var output = module.call(broken, broken, broken, mask, need_weights: false).Item1;
        for (var row = 0; row < 9; row++)
        {
            var found = output.select(1, row);
            Assert.Equal(row is 3 or 6, found.isnan().all().item<bool>());
            if (row is not (3 or 6))
            {
                AssertEqualBits(sound.select(1, row), found);
            }
        }
    }

    private static (Tensor Query, Tensor Key) Inputs(int asked, int read, int batch, int width, Generator generator)
    {
        var query = randn([asked, batch, width], generator: generator);
        return (query, read == 0 ? query : randn([read, batch, width], generator: generator));
    }

    /// <summary>Some keys to ignore, never the first.</summary>
    private static Tensor Mask(int batch, int keys, Generator generator)
    {
        var mask = rand([batch, keys], generator: generator).gt(0.6);
        mask.narrow(1, 0, 1).fill(0);
        return mask;
    }

    /// <summary>Biases too are random, as they start at zero.</summary>
    private static MultiheadAttention Filled(MultiheadAttention module, Generator generator)
    {
        using var mode = no_grad();
        foreach (var parameter in module.parameters())
        {
            parameter.copy_(randn(parameter.shape, generator: generator) * 0.3);
        }

        return module;
    }

    private static void AssertEqualBits(Tensor expected, Tensor actual) =>
        Assert.Equal(expected.contiguous().bytes.ToArray(), actual.contiguous().bytes.ToArray());
}
