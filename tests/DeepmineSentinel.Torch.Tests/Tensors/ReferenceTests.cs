using TorchSharp;
using static TorchSharp.torch;

namespace DeepmineSentinel.Torch.Tests.Tensors;

/// <summary>Broadcasting, views, slices and reductions against plain loops over indices, on random shapes.</summary>
public sealed class ReferenceTests
{
    private readonly Random random = new(5);

    [Fact]
    public void Broadcast_arithmetic_on_random_views_equals_plain_loops()
    {
        for (var trial = 0; trial < 200; trial++)
        {
            var shape = RandomShape();
            var a = RandomView(Shrunk(shape));
            var b = RandomView(Shrunk(shape));
            var sum = a + b;
            var product = a * b;
            var wanted = Broadcast(a.shape, b.shape);
            Assert.Equal(wanted, sum.shape);
            foreach (var index in Indices(wanted))
            {
                var (x, y) = (At(a, index), At(b, index));
                Assert.Equal(x + y, At(sum, index));
                Assert.Equal(x * y, At(product, index));
                Assert.Equal(Math.Max(x, y), At(a.maximum(b), index));
            }
        }
    }

    [Fact]
    public void Reductions_on_random_views_equal_plain_loops()
    {
        for (var trial = 0; trial < 100; trial++)
        {
            var x = RandomView(RandomShape());
            var dim = random.Next(x.shape.Length);
            var other = random.Next(x.shape.Length);
            var (sum, mean) = (x.sum(dim, true), x.mean([dim], true));
            var (largest, place) = x.max(dim, true);
            var both = x.sum(dim == other ? [dim] : [dim, other], true);
            foreach (var index in Indices(sum.shape))
            {
                var line = Line(x, index, dim);
                Assert.Equal(line.Sum(), At(sum, index), 1e-5);
                Assert.Equal(line.Average(), At(mean, index), 1e-5);
                Assert.Equal(line.Max(), At(largest, index));
                Assert.Equal(line.IndexOf(line.Max()), (int)place.data<long>()[index]);
            }

            Close.To(dim == other ? sum : sum.sum(other, true), both, 1e-5);
            Assert.Equal(Indices(x.shape).Sum(i => (double)At(x, i)), x.sum().item<float>(), 1e-4);
        }
    }

    [Fact]
    public void Views_share_elements_and_copies_do_not()
    {
        var x = arange(24, dtype: float32).reshape(2, 3, 4);
        x.narrow(2, 1, 2).select(0, 1).transpose(0, 1).zero_();
        Assert.Equal(0, x[1, 2, 2].item<float>());
        var copy = x.transpose(0, 2).contiguous();
        copy.zero_();
        Assert.Equal(23, x[1, 2, 3].item<float>());
        Assert.Equal([4, 3, 2], copy.shape);
    }

    [Fact]
    public void Matrix_products_of_random_sizes_equal_plain_loops()
    {
        for (var trial = 0; trial < 60; trial++)
        {
            var (m, k, n) = (random.Next(1, 40), random.Next(1, 300), random.Next(1, 70));
            var a = trial % 2 == 0 ? RandomView([m, k]) : RandomView([k, m]).t();
            var b = trial % 3 == 0 ? RandomView([k, n]) : RandomView([n, k]).t();
            var c = a.matmul(b);
            var (left, right) = (a.to(float64).data<double>(), b.to(float64).data<double>());
            var found = c.data<float>();
            foreach (var (i, j) in new[] { (0, 0), (m - 1, n - 1), (m / 2, n / 2), (0, n - 1) })
            {
                var sum = Enumerable.Range(0, k).Sum(p => left[i, p] * right[p, j]);
                Assert.Equal(sum, found[i, j], 1e-4);
            }
        }
    }

    [Fact]
    public void Comparisons_and_choices_equal_plain_ones()
    {
        var (a, b) = (RandomView([4, 5]), RandomView([5]));
        var chosen = torch.where(a > b, a, b);
        Close.To(a.maximum(b), chosen, 0);
        Assert.Equal(20, (a.ge(b).logical_not().eq(a.lt(b))).sum().item<long>());
        Assert.Equal(ScalarType.Bool, a.eq(b).dtype);
    }

    private static long[] Broadcast(long[] a, long[] b)
    {
        var result = new long[Math.Max(a.Length, b.Length)];
        for (var i = 1; i <= result.Length; i++)
        {
            result[^i] = Math.Max(i <= a.Length ? a[^i] : 1, i <= b.Length ? b[^i] : 1);
        }

        return result;
    }

    private static float At(Tensor tensor, long[] index)
    {
        var own = index[^tensor.shape.Length..];
        var place = own.Select((i, d) => tensor.shape[d] == 1 ? 0 : i).ToArray();
        return tensor.data<float>()[place];
    }

    private static List<float> Line(Tensor tensor, long[] index, int dim)
    {
        var line = new List<float>();
        for (var i = 0; i < tensor.shape[dim]; i++)
        {
            var place = (long[])index.Clone();
            place[dim] = i;
            line.Add(tensor.data<float>()[place]);
        }

        return line;
    }

    private static IEnumerable<long[]> Indices(long[] shape)
    {
        var total = shape.Aggregate(1L, (a, b) => a * b);
        for (var flat = 0L; flat < total; flat++)
        {
            var index = new long[shape.Length];
            var rest = flat;
            for (var d = shape.Length - 1; d >= 0; d--)
            {
                (index[d], rest) = (rest % shape[d], rest / shape[d]);
            }

            yield return index;
        }
    }

    private long[] RandomShape() => [.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => (long)random.Next(1, 6))];

    /// <summary>The shape with some dimensions of size 1 and perhaps fewer leading ones.</summary>
    private long[] Shrunk(long[] shape)
    {
        var result = shape.Select(size => random.Next(3) == 0 ? 1 : size).ToArray();
        return result[random.Next(result.Length)..];
    }

    /// <summary>A tensor of a shape that is contiguous, permuted or cut out of a larger one.</summary>
    private Tensor RandomView(long[] shape)
    {
        var order = Enumerable.Range(0, shape.Length).OrderBy(_ => random.Next()).ToArray();
        var stored = order.Select(d => shape[d] + 1).ToArray();
        var values = new float[stored.Aggregate(1L, (a, b) => a * b)];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = (float)(random.NextDouble() * 2 - 1);
        }

        var view = torch.tensor(values, stored);
        for (var d = 0; d < stored.Length; d++)
        {
            view = view.narrow(d, random.Next(2), stored[d] - 1);
        }

        var back = new long[shape.Length];
        for (var d = 0; d < order.Length; d++)
        {
            back[order[d]] = d;
        }

        view = view.permute(back);
        return random.Next(2) == 0 ? view : view.contiguous();
    }
}
