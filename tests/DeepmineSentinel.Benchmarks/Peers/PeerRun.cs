using System.Globalization;
using System.Text.Json;
using DeepmineSentinel.Benchmarks.Figures;

namespace DeepmineSentinel.Benchmarks.Peers;

/// <summary>The engine beside PyTorch in interleaved runs: `peers [rounds] [--json FILE]`; prints a table and writes JSON.</summary>
internal static class PeerRun
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerOptions.Web) { WriteIndented = true };

    /// <summary>What is compared, how it is read, and whether more is better.</summary>
    private static readonly (string Name, Func<PeerNumbers, double> Read, bool More)[] Quantities =
    [
        ("epoch, s", n => n.EpochSeconds, false),
        ("one sample, ms", n => n.SampleMilliseconds, false),
        ("batch of 256, samples/s", n => n.SamplesPerSecond, true),
        ("start to first prediction, s", n => n.StartSeconds, false),
        ("peak memory, training, MB", n => n.PeakMegabytes, false),
    ];

    public static int Run(string[] args, TextWriter output)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        if (args.Length == 3 && args[0] == "child")
        {
            return EnginePeer.Run(args[1], args[2]);
        }

        if (PeerProcess.FindPython() is not { } peer)
        {
            output.WriteLine("PyTorch is missing: apt-get install --no-install-recommends python3-torch");
            return 1;
        }

        var rounds = args.Length > 0 && int.TryParse(args[0], out var given) ? given : 3;
        var rows = new List<PeerRow>();
        foreach (var (network, threads) in ((string, int)[])[("R1", 1), ("R1", 2), ("R2", 1), ("R2", 2)])
        {
            rows.AddRange(Compare(peer.Python, network, threads, rounds));
        }

        Print(rows, peer.Version, output);
        if (args.Length > 1 && args[^2] == "--json")
        {
            File.WriteAllText(
                args[^1],
                JsonSerializer.Serialize(
                    new
                    {
                        pytorch = peer.Version,
                        rounds,
                        rows,
                    },
                    Json
                )
            );
        }

        return 0;
    }

    private static IEnumerable<PeerRow> Compare(string python, string network, int threads, int rounds)
    {
        List<PeerNumbers> engine = [];
        List<PeerNumbers> script = [];
        for (var round = 0; round < rounds; round++)
        {
            engine.Add(PeerProcess.Engine(network, threads));
            script.Add(PeerProcess.Script(python, network, threads));
        }

        foreach (var (name, read, more) in Quantities)
        {
            var own = Figure.Median([.. engine.Select(read)]);
            var other = Figure.Median([.. script.Select(read)]);
            yield return new PeerRow(network, threads, name, own, other, more ? own / other : other / own);
        }
    }

    private static void Print(List<PeerRow> rows, string version, TextWriter output)
    {
        output.WriteLine($"| network | threads | what | engine | PyTorch {version} | times better |");
        output.WriteLine("|---|---|---|---|---|---|");
        foreach (var row in rows)
        {
            output.WriteLine(
                $"| {row.Network} | {row.Threads} | {row.Quantity} | {row.Engine:#,##0.###} | {row.PyTorch:#,##0.###} | {row.Ratio:F1} |"
            );
        }
    }
}
