using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DeepmineSentinel.Torch.Tests.Modules;

/// <summary>
/// The 784-128-10 perceptron of handwritten digits, as an example that the engine is not made for stopes alone. The images
/// are made here: ten patterns of 28 by 28, moved by up to two pixels, dimmed and covered with noise.
/// </summary>
public sealed class PerceptronTests : IDisposable
{
    private const int Side = 28;
    private readonly string file = Path.Combine(Path.GetTempPath(), $"perceptron-{Guid.NewGuid():N}.dat");
    private readonly Random random = new(7);

    public void Dispose() => File.Delete(file);

    [Fact]
    public void A_perceptron_learns_digits_and_answers_alike_after_saving_and_loading()
    {
        manual_seed(3);
        var patterns = Enumerable.Range(0, 10).Select(_ => Pattern()).ToArray();
        var (images, digits) = Draw(patterns, 800);
        var (unseen, labels) = Draw(patterns, 300);
        var network = Network();
        Assert.Equal(101_770, network.parameters().Sum(p => p.numel()));
        var before = Accuracy(network, unseen, labels);
        Train(network, images, digits);
        var after = Accuracy(network, unseen, labels);
        Assert.InRange(before, 0, 0.4);
        Assert.InRange(after, 0.95, 1);

        network.save(file);
        var loaded = Network();
        loaded.load(file);
        Assert.Equal(after, Accuracy(loaded, unseen, labels));
        Assert.Equal(Answers(network, unseen), Answers(loaded, unseen));
    }

    private static Sequential Network() =>
        nn.Sequential(("hidden", nn.Linear(Side * Side, 128)), ("relu", nn.ReLU()), ("out", nn.Linear(128, 10)));

    private static void Train(Sequential network, Tensor images, Tensor digits)
    {
        var optimiser = optim.Adam(network.parameters(), lr: 0.002);
        for (var epoch = 0; epoch < 4; epoch++)
        {
            foreach (var batch in randperm(images.shape[0]).split(32))
            {
                using var scope = NewDisposeScope();
                optimiser.zero_grad();
                var answers = network.call(images.index_select(0, batch));
                nn.functional.cross_entropy(answers, digits.index_select(0, batch)).backward();
                optimiser.step();
            }
        }
    }

    private static double Accuracy(Sequential network, Tensor images, Tensor digits)
    {
        using var mode = no_grad();
        return network.call(images).argmax(1).eq(digits).to(float64).mean().item<double>();
    }

    private static byte[] Answers(Sequential network, Tensor images)
    {
        using var mode = no_grad();
        return network.call(images).bytes.ToArray();
    }

    /// <summary>Three bars of light, each of a random place and slope.</summary>
    private float[] Pattern()
    {
        var image = new float[Side * Side];
        for (var bar = 0; bar < 3; bar++)
        {
            var (x, y, angle) = (
                6 + 16 * random.NextDouble(),
                6 + 16 * random.NextDouble(),
                Math.PI * random.NextDouble()
            );
            for (var step = -6.0; step <= 6; step += 0.5)
            {
                var (column, row) = ((int)(x + step * Math.Cos(angle)), (int)(y + step * Math.Sin(angle)));
                image[Math.Clamp(row, 0, Side - 1) * Side + Math.Clamp(column, 0, Side - 1)] = 1;
            }
        }

        return image;
    }

    private (Tensor Images, Tensor Digits) Draw(float[][] patterns, int count)
    {
        var (images, digits) = (new float[count * Side * Side], new long[count]);
        for (var i = 0; i < count; i++)
        {
            digits[i] = random.Next(patterns.Length);
            Blur(patterns[digits[i]], images.AsSpan(i * Side * Side, Side * Side));
        }

        return (tensor(images, [count, Side * Side]), tensor(digits));
    }

    private void Blur(float[] pattern, Span<float> image)
    {
        var (right, down, light) = (random.Next(-2, 3), random.Next(-2, 3), 0.6 + 0.4 * random.NextDouble());
        for (var place = 0; place < image.Length; place++)
        {
            var (row, column) = (place / Side - down, place % Side - right);
            var inside = row is >= 0 and < Side && column is >= 0 and < Side;
            var value = inside ? pattern[row * Side + column] * light : 0;
            image[place] = (float)Math.Clamp(value + 0.25 * (random.NextDouble() - 0.5), 0, 1);
        }
    }
}
