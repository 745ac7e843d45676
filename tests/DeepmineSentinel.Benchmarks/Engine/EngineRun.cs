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
        if (args.Length > 1)
        {
            torch.set_num_threads(int.Parse(args[1], CultureInfo.InvariantCulture));
        }

        foreach (var name in (string[])["R1", "R2"])
        {
            var work = EngineWork.Of(name);
            Report($"{name} epoch", name == "R1" ? 10 * epochs : epochs, work.Epoch);
            work.Network.eval();
            Predict(work);
        }

        return 0;
    }

    private static void Predict(EngineWork work)
    {
        using var mode = no_grad();
        Report(
            $"{work.Name} one sample x 100",
            20,
            () =>
            {
                for (var i = 0; i < 100; i++)
                {
                    using var scope = NewDisposeScope();
                    work.Predict(1);
                }
            }
        );
        Report(
            $"{work.Name} batch of 256",
            20,
            () =>
            {
                using var scope = NewDisposeScope();
                work.Predict(256);
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
