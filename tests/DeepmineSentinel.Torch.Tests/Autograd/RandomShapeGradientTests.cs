using static DeepmineSentinel.Torch.Tests.Autograd.FiniteDifferences;
using static TorchSharp.torch;

namespace DeepmineSentinel.Torch.Tests.Autograd;

/// <summary>Gradients against finite differences on shapes that a seeded generator draws.</summary>
public sealed class RandomShapeGradientTests : IDisposable
{
    private const int Trials = 12;
    private readonly Random random = new(17);
    private readonly Generator generator = new(17);

    public void Dispose() => generator.Dispose();

    [Fact]
    public void Of_operations_of_two_broadcast_shapes()
    {
        for (var trial = 0; trial < Trials; trial++)
        {
            var shape = Shape();
            var (a, b) = (Draw(Shrunk(shape)), Draw(Shrunk(shape)));
            Check(x => x[0] + x[1] * x[0] - x[1], a, b);
            Check(x => x[0] / (x[1].square() + 1), a, b);
            Check(x => x[0].maximum(x[1]) + x[0].minimum(x[1].square()), a, b);
            Check(x => where(x[0].detach() > 0, x[0] * 2, x[1]), a, b);
            Check(x => x[0].abs().add(0.5).pow(x[1]), a, b);
        }
    }

    [Fact]
    public void Of_reductions_of_random_dimensions()
    {
        for (var trial = 0; trial < Trials; trial++)
        {
            var x = Draw(Shape());
            long dim = random.Next((int)x.ndim);
            long[] dims = [.. Enumerable.Range(0, (int)x.ndim).Where(d => d == dim || random.Next(2) == 0)];
            var keep = random.Next(2) == 0;
            Check(y => y[0].sum(dims, keep) * y[0].mean(dims, keep), x);
            Check(y => y[0].softmax(dim) * y[0].log_softmax(dim), x);
            Check(y => logsumexp(y[0], dim, keep), x);
            Check(y => y[0].max(dim, keep).values + y[0].min(dim, keep).values, x);
            Check(y => y[0].norm((int)dim, keep) + y[0].norm((int)dim, keep, 3), x);
            Check(y => y[0].cumsum(dim) + y[0].cumprod(dim), x);
            if (dims.Aggregate(1L, (n, d) => n * x.shape[d]) > 1)
            {
                Check(y => y[0].var(dims, keepdim: keep) + y[0].std(dims, keepdim: keep), x);
            }
        }
    }

    [Fact]
    public void Of_views_slices_and_joins()
    {
        for (var trial = 0; trial < Trials; trial++)
        {
            var x = Draw(Shape());
            var rank = (int)x.ndim;
            long dim = random.Next(rank);
            var size = x.shape[dim];
            var (start, length) = (random.Next((int)size), 1L);
            var order = Enumerable.Range(0, rank).OrderBy(_ => random.Next()).Select(d => (long)d).ToArray();
            var places = tensor(Enumerable.Range(0, 4).Select(_ => (long)random.Next((int)size)).ToArray());
            length += random.Next((int)size - start);
            Check(y => y[0].permute(order).reshape(-1) * 2, x);
            Check(y => y[0].narrow(dim, start, length).square(), x);
            Check(y => y[0].select(dim, start).exp() + y[0].slice(dim, 0, size, 2).sum(), x);
            Check(y => cat([y[0], y[0].flip(dim)], dim) * stack([y[0], y[0] * 3]).sum(), x);
            Check(y => y[0].unsqueeze(dim).expand([.. x.shape[..(int)dim], 3, .. x.shape[(int)dim..]]).square(), x);
            Check(y => y[0].index_select(dim, places).tanh() + y[0].gather(dim, zeros_like(x, int64)).mean(), x);
            Check(y => y[0].masked_fill(x > 0, 0).sigmoid() * y[0].clamp(-0.7, 0.7), x);
        }
    }

    [Fact]
    public void Of_products_of_stacked_matrices()
    {
        for (var trial = 0; trial < Trials; trial++)
        {
            var (m, k, n, batch) = (Size(), Size(), Size(), Size());
            Check(x => x[0].matmul(x[1]), Draw([batch, m, k]), Draw(random.Next(2) == 0 ? [k, n] : [batch, k, n]));
            Check(x => x[0].matmul(x[1]), Draw([k]), Draw([k, n]));
            Check(x => x[0].bmm(x[1].mT), Draw([batch, m, k]), Draw([batch, n, k]));
        }
    }

    [Fact]
    public void Of_a_gru_of_random_sizes()
    {
        for (var trial = 0; trial < 4; trial++)
        {
            var (inputs, hidden) = (Size(), Size() + random.Next(20));
            var (steps, batch) = (Size(), Size());
            var module = nn.GRU(inputs, hidden);
            CheckFloats(
                x =>
                {
                    var (output, state) = module.call(x[0], x[1]);
                    return cat([output.flatten(), state.flatten()]);
                },
                Draw([steps, batch, inputs]).to(float32),
                Draw([1, batch, hidden]).to(float32)
            );
        }
    }

    private long Size() => random.Next(1, 5);

    private long[] Shape() => [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Size())];

    private long[] Shrunk(long[] shape)
    {
        var result = shape.Select(size => random.Next(3) == 0 ? 1 : size).ToArray();
        return result[random.Next(result.Length)..];
    }

    private Tensor Draw(long[] shape) => FiniteDifferences.Random(generator, shape);
}
