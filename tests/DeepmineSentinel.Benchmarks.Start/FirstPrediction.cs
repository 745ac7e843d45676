using DeepmineSentinel.Benchmarks.Engine;
using static TorchSharp.torch;

namespace DeepmineSentinel.Benchmarks.Start;

/// <summary>A new network and its answer for one random sample: all that a process does before it is of use.</summary>
internal static class FirstPrediction
{
    public static void Print(string name)
    {
        using var mode = no_grad();
        using var scope = NewDisposeScope();
        Console.Write("first ");
        Console.WriteLine(name == "R1" ? Small() : Enhanced());
    }

    private static float Small()
    {
        var network = new SmallNetwork();
        network.eval();
        return network.call(randn(1, 12), randn([1, 24, 8]))[0, 0].item<float>();
    }

    private static float Enhanced()
    {
        var network = new EnhancedNetwork();
        network.eval();
        return network.call(randn(1, 30), randn([1, 30, 10])).Hazard[0, 0].item<float>();
    }
}
