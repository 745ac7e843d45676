using System.Diagnostics;
using DeepmineSentinel.Benchmarks.Figures;
using static TorchSharp.torch;

namespace DeepmineSentinel.Benchmarks.Mnist;

/// <summary>Training a perceptron beside loading a trained one: loading is to be at least 50 times quicker.</summary>
internal static class MnistRun
{
    private const int Batch = 32;
    private const int Epochs = 5;

    public static int Run(TextWriter output)
    {
        var (train, test) = Digits.Generate(10_000, 2_000);
        var file = Path.Combine(Path.GetTempPath(), $"perceptron-{Guid.NewGuid():N}.dat");
        try
        {
            var trained = new Perceptron();
            var training = Seconds(() => Train(trained, train));
            trained.save(file);
            var loaded = new Perceptron();
            var first = Seconds(() => loaded.load(file));
            double[] loads = [.. Enumerable.Range(0, 21).Select(_ => Seconds(() => new Perceptron().load(file)))];
            var (before, after) = (Accuracy(trained, test), Accuracy(loaded, test));
            output.WriteLine(Machine.Describe());
            output.WriteLine($"training, {Epochs} epochs of 10,000: {training:F2} s, accuracy {before:P1}");
            output.WriteLine(
                $"loading, the first time: {first * 1000:F1} ms, {training / first:F0} times quicker, accuracy {after:P1}"
            );
            var again = Figure.Median(loads);
            output.WriteLine(
                $"loading again, median of {loads.Length}: {again * 1000:F2} ms, {training / again:F0} times quicker"
            );
            return before == after && training / first >= 50 ? 0 : 1;
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static void Train(Perceptron network, Digits data)
    {
        var optimiser = optim.Adam(network.parameters());
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            for (var start = 0; start < data.Images.shape[0]; start += Batch)
            {
                using var scope = NewDisposeScope();
                var count = Math.Min(Batch, data.Images.shape[0] - start);
                optimiser.zero_grad();
                var logits = network.call(data.Images.narrow(0, start, count));
                nn.functional.cross_entropy(logits, data.Labels.narrow(0, start, count)).backward();
                optimiser.step();
            }
        }
    }

    private static double Accuracy(Perceptron network, Digits data)
    {
        network.eval();
        using var mode = no_grad();
        using var scope = NewDisposeScope();
        return network.call(data.Images).argmax(1).eq(data.Labels).to_type(float32).mean().item<float>();
    }

    private static double Seconds(Action work)
    {
        var clock = Stopwatch.StartNew();
        work();
        return clock.Elapsed.TotalSeconds;
    }
}
