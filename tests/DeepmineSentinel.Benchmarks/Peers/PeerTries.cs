using DeepmineSentinel.Benchmarks.Figures;

namespace DeepmineSentinel.Benchmarks.Peers;

/// <summary>PyTorch alone in every environment of <see cref="PeerEnvironment"/>, in turns: what each try gave.</summary>
internal static class PeerTries
{
    public static void Run(string python, PeerOptions options, TextWriter output)
    {
        output.WriteLine("| network | threads | environment | epoch, s | one sample, ms | batch of 256, samples/s |");
        output.WriteLine("|---|---|---|---|---|---|");
        foreach (var network in options.Networks)
        {
            foreach (var threads in options.Threads)
            {
                Compare(python, network, threads, options.Rounds, output);
            }
        }
    }

    private static void Compare(string python, string network, int threads, int rounds, TextWriter output)
    {
        var all = PeerEnvironment.All(threads);
        var found = all.ToDictionary(one => one.Name, _ => new List<PeerNumbers>());
        for (var round = 0; round < rounds; round++)
        {
            foreach (var (name, variables) in all)
            {
                found[name].Add(PeerProcess.Script(python, variables).Measure(network, threads));
                Console.Error.WriteLine($"{network}, {threads} threads, {name}: {found[name][^1].EpochSeconds:F3} s");
            }
        }

        foreach (var (name, runs) in found)
        {
            double Of(Func<PeerNumbers, double> read) => Figure.Median([.. runs.Select(read)]);
            output.WriteLine(
                $"| {network} | {threads} | {name} | {Of(n => n.EpochSeconds):F3} | {Of(n => n.SampleMilliseconds):F3} | {Of(n => n.SamplesPerSecond):#,##0} |"
            );
        }
    }
}
