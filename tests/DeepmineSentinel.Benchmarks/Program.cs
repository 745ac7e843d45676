using DeepmineSentinel.Benchmarks.Engine;
using DeepmineSentinel.Benchmarks.Figures;
using DeepmineSentinel.Benchmarks.Mnist;
using DeepmineSentinel.Benchmarks.Peers;

// Measurements, apart from the tests: nothing that passes or fails may depend on speed.
string[] known = ["figures", "engine", "peers", "mnist"];
if (args.Length == 0 || !known.Contains(args[0]))
{
    Console.Error.WriteLine($"Say what to measure: {string.Join(", ", known)}.");
    return 2;
}

return args[0] switch
{
    "engine" => EngineRun.Run(args[1..]),
    "mnist" => MnistRun.Run(Console.Out),
    "peers" => PeerRun.Run(args[1..], Console.Out),
    _ => await FigureRun.RunAsync(args[1..], Console.Out),
};
