using System.Diagnostics;
using System.Globalization;
using TorchSharp;
using static TorchSharp.torch;

namespace DeepmineSentinel.Benchmarks.Engine;

/// <summary>Training epochs, single samples and batches of two networks on the tensor engine: `engine [epochs] [threads]`.</summary>
internal static class EngineRun
{
    public static int Run(string[] args)
    {
        var epochs = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 5;
        torch.set_num_threads(args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 1);
        Small(epochs);
        Enhanced(epochs);
        return 0;
    }

    private static void Small(int epochs)
    {
        var network = new SmallNetwork();
        var optimiser = optim.Adam(network.parameters());
        var (rows, readings, label) = (randn(2000, 12), randn([2000, 24, 8]), zeros(2000, int64));
        Report(
            "R1 epoch",
            epochs,
            () =>
            {
                for (var start = 0; start < 2000; start += 32)
                {
                    using var scope = NewDisposeScope();
                    var n = Math.Min(32, 2000 - start);
                    optimiser.zero_grad();
                    var logits = network.call(rows.narrow(0, start, n), readings.narrow(0, start, n));
                    nn.functional.cross_entropy(logits, label.narrow(0, start, n)).backward();
                    optimiser.step();
                }
            }
        );
        network.eval();
        Predict("R1", count => network.call(rows.narrow(0, 0, count), readings.narrow(0, 0, count)));
    }

    private static void Enhanced(int epochs)
    {
        var network = new EnhancedNetwork();
        var optimiser = optim.Adam(network.parameters());
        var (rows, readings) = (randn(2944, 30), randn([2944, 30, 10]));
        var (label, failed) = (zeros(2944, int64), zeros(2944, 5));
        Report(
            "R2 epoch",
            epochs,
            () =>
            {
                for (var start = 0; start < 2944; start += 32)
                {
                    using var scope = NewDisposeScope();
                    optimiser.zero_grad();
                    var (condition, hazard) = network.call(rows.narrow(0, start, 32), readings.narrow(0, start, 32));
                    var loss =
                        1.2 * nn.functional.cross_entropy(condition, label.narrow(0, start, 32))
                        + nn.functional.binary_cross_entropy_with_logits(hazard, failed.narrow(0, start, 32));
                    loss.backward();
                    nn.utils.clip_grad_norm_(network.parameters(), 1);
                    optimiser.step();
                }
            }
        );
        network.eval();
        Predict("R2", count => network.call(rows.narrow(0, 0, count), readings.narrow(0, 0, count)).Hazard);
    }

    private static void Predict(string name, Func<int, Tensor> predict)
    {
        using var mode = no_grad();
        Report(
            $"{name} one sample x 100",
            20,
            () =>
            {
                for (var i = 0; i < 100; i++)
                {
                    using var scope = NewDisposeScope();
                    predict(1);
                }
            }
        );
        Report(
            $"{name} batch of 256",
            20,
            () =>
            {
                using var scope = NewDisposeScope();
                predict(256);
            }
        );
    }

    private static void Report(string name, int repeats, Action work)
    {
        work();
        var times = new List<double>();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < repeats; i++)
        {
            var clock = Stopwatch.StartNew();
            work();
            times.Add(clock.Elapsed.TotalMilliseconds);
        }

        times.Sort();
        var allocated = (GC.GetAllocatedBytesForCurrentThread() - before) / repeats;
        Console.WriteLine(
            $"{name}: median {times[times.Count / 2]:F2} ms, best {times[0]:F2} ms, {allocated:N0} bytes allocated"
        );
    }
}
