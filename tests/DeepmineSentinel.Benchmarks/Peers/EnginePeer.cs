using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using DeepmineSentinel.Benchmarks.Engine;
using DeepmineSentinel.Benchmarks.Figures;
using TorchSharp;
using static TorchSharp.torch;

namespace DeepmineSentinel.Benchmarks.Peers;

/// <summary>The engine's side of a comparison, in a process of its own; says the same lines as the script.</summary>
internal static class EnginePeer
{
    public static int Run(string name, string threads)
    {
        torch.set_num_threads(int.Parse(threads, CultureInfo.InvariantCulture));
        var work = EngineWork.Of(name);
        Predict(work, 1);
        Console.WriteLine("first");
        work.Network.train();
        Median(name == "R1" ? 10 : 1, work.Epoch);
        var epoch = Median(name == "R1" ? 10 : 2, work.Epoch);
        var peak = Process.GetCurrentProcess().PeakWorkingSet64 / 1024.0 / 1024.0;
        Median(100, () => Predict(work, 1));
        var sample = Median(300, () => Predict(work, 1)) * 1000;
        Median(20, () => Predict(work, 256));
        var numbers = new PeerNumbers(epoch, sample, 256 / Median(20, () => Predict(work, 256)), peak);
        Console.WriteLine(JsonSerializer.Serialize(numbers, JsonSerializerOptions.Web));
        return 0;
    }

    private static void Predict(EngineWork work, int count)
    {
        work.Network.eval();
        using var mode = no_grad();
        using var scope = NewDisposeScope();
        work.Predict(count);
    }

    private static double Median(int repeats, Action work)
    {
        var times = new List<double>();
        for (var i = 0; i < repeats; i++)
        {
            var clock = Stopwatch.StartNew();
            work();
            times.Add(clock.Elapsed.TotalSeconds);
        }

        return Figure.Median(times);
    }
}
