using System.Globalization;
using System.Text.Json;

namespace DeepmineSentinel.Benchmarks.Peers;

/// <summary>The engine beside PyTorch in interleaved runs; prints a table row by row and writes JSON.</summary>
internal static class PeerRun
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerOptions.Web) { WriteIndented = true };

    public static int Run(string[] args, TextWriter output)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        try
        {
            return Run(PeerOptions.Parse(args), output);
        }
        catch (Exception error) when (error is FormatException or InvalidOperationException)
        {
            Console.Error.WriteLine(error.Message);
            return 2;
        }
    }

    private static int Run(PeerOptions options, TextWriter output)
    {
        if (PeerProcess.FindPython() is not { } peer)
        {
            Console.Error.WriteLine($"PyTorch is missing: {PeerEnvironment.Install}");
            return 1;
        }

        if (options.Tries)
        {
            PeerTries.Run(peer.Python, options, output);
            return 0;
        }

        Compare(options, peer.Python, peer.Version, output);
        return 0;
    }

    private static void Compare(PeerOptions options, string python, string version, TextWriter output)
    {
        Console.Error.WriteLine("Publishing the engine's small program.");
        var comparison = new PeerComparison(SmallProgram.Publish(), python, options.Rounds);
        var environment = PeerEnvironment.Best(1).Name;
        output.WriteLine($"{Machine.Describe()}; PyTorch: {environment}; {options.Rounds} rounds");
        var table = new PeerTable(output);
        table.Head(version);
        List<PeerRow> rows = [];
        foreach (var network in options.Networks)
        {
            foreach (var threads in options.Threads)
            {
                var found = comparison.Rows(network, threads);
                table.Write(found);
                rows.AddRange(found);
                Save(options, version, environment, rows);
            }
        }
    }

    private static void Save(PeerOptions options, string version, string environment, List<PeerRow> rows)
    {
        if (options.Json is { } file)
        {
            var machine = Machine.Describe();
            var content = new
            {
                machine,
                pytorch = version,
                environment,
                options.Rounds,
                rows,
            };
            File.WriteAllText(file, JsonSerializer.Serialize(content, Json));
        }
    }
}
