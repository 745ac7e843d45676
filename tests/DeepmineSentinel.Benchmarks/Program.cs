using DeepmineSentinel.Benchmarks.Engine;
using DeepmineSentinel.Benchmarks.Figures;

// Measurements, apart from the tests: nothing that passes or fails may depend on speed.
string[] known = ["figures", "engine"];
if (args.Length == 0 || !known.Contains(args[0]))
{
    Console.Error.WriteLine($"Say what to measure: {string.Join(", ", known)}.");
    return 2;
}

return args[0] == "engine" ? EngineRun.Run(args[1..]) : await FigureRun.RunAsync(args[1..], Console.Out);
