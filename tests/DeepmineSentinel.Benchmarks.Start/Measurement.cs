using System.Diagnostics;
using DeepmineSentinel.Benchmarks.Engine;
using DeepmineSentinel.Benchmarks.Peers;
using static TorchSharp.torch;

namespace DeepmineSentinel.Benchmarks.Start;

/// <summary>Trains and predicts with one network, warm; medians. The script for PyTorch does the same in the same order.</summary>
internal static class Measurement
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1);

    public static PeerNumbers Of(string name)
    {
        var work = EngineWork.Of(name);
        Warm(work.Epoch);
        var epoch = Median(name == "R1" ? 10 : 2, work.Epoch);
        var peak = PeakMemory.Megabytes();
        work.Network.eval();
        Warm(() => Predict(work, 1));
        var sample = Median(500, () => Predict(work, 1)) * 1000;
        Warm(() => Predict(work, 256));
        var batch = 256 / Median(12, () => Predict(work, 256));
        return new(epoch, sample, batch, peak)
        {
            VectorBits = CorePeak.VectorBits,
            PeakGigaflops = CorePeak.Gigaflops(),
        };
    }

    private static void Predict(EngineWork work, int count)
    {
        using var mode = no_grad();
        using var scope = NewDisposeScope();
        work.Predict(count);
    }

    private static void Warm(Action work)
    {
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < WarmUp)
        {
            work();
        }
    }

    private static double Median(int repeats, Action work)
    {
        var times = new double[repeats];
        for (var i = 0; i < repeats; i++)
        {
            var clock = Stopwatch.StartNew();
            work();
            times[i] = clock.Elapsed.TotalSeconds;
        }

        Array.Sort(times);
        return (times[(repeats - 1) / 2] + times[repeats / 2]) / 2;
    }
}
