using DeepmineSentinel.Benchmarks.Figures;

// Measurements, apart from the tests: nothing that passes or fails may depend on speed.
string[] known = ["figures"];
if (args.Length == 0 || !known.Contains(args[0]))
{
    Console.Error.WriteLine($"Say what to measure: {string.Join(", ", known)}.");
    return 2;
}

return await FigureRun.RunAsync(args[1..], Console.Out);
