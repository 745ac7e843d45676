using DeepmineSentinel.Benchmarks.Figures;

namespace DeepmineSentinel.Benchmarks.Peers;

/// <summary>Both sides in turns, so that a slow minute of the machine falls on both; medians.</summary>
/// <param name="program">The engine's small program.</param>
/// <param name="python">The Python that has PyTorch.</param>
/// <param name="rounds">Turns.</param>
internal sealed class PeerComparison(string program, string python, int rounds)
{
    private const int StartsPerRound = 3;

    private readonly PeerProcess engine = new(program, [], []);

    /// <summary>The rows of one network and thread count.</summary>
    public IReadOnlyList<PeerRow> Rows(string network, int threads)
    {
        var script = PeerProcess.Script(python, PeerEnvironment.Best(threads).Variables);
        List<PeerNumbers> own = [];
        List<PeerNumbers> other = [];
        List<(double Own, double Other)> starts = [];
        for (var round = 1; round <= rounds; round++)
        {
            own.Add(engine.Measure(network, threads));
            other.Add(script.Measure(network, threads));
            for (var i = 0; i < (threads == 1 ? StartsPerRound : 0); i++)
            {
                starts.Add((engine.FirstPrediction(network, threads), script.FirstPrediction(network, threads)));
            }

            Console.Error.WriteLine(
                $"{network}, {threads} thread(s), round {round} of {rounds}: {own[^1].EpochSeconds:F3} s an epoch, PyTorch {other[^1].EpochSeconds:F3} s"
            );
        }

        List<PeerRow> rows = [.. PeerQuantity.All.Select(what => Row(what, network, threads, own, other))];
        if (starts.Count > 0)
        {
            rows.Add(StartRow(network, threads, starts));
        }

        if (own[0].VectorBits == 512)
        {
            rows.AddRange(NarrowRows(network, threads, other));
        }

        return rows;
    }

    /// <summary>Training and batches with AVX-512 switched off.</summary>
    private IEnumerable<PeerRow> NarrowRows(string network, int threads, List<PeerNumbers> other)
    {
        var narrow = engine with { Variables = [("DOTNET_EnableAVX512", "0")] };
        List<PeerNumbers> own = [.. Enumerable.Range(0, rounds).Select(_ => narrow.Measure(network, threads))];
        return PeerQuantity
            .All.Where(what => what.Work(network, 1) is not null)
            .Select(what => Row(what, network, threads, own, other) with { Quantity = $"AVX2 alone: {what.Name}" });
    }

    private static PeerRow Row(
        PeerQuantity what,
        string network,
        int threads,
        List<PeerNumbers> own,
        List<PeerNumbers> other
    )
    {
        var mine = Figure.Median([.. own.Select(what.Read)]);
        var peer = Figure.Median([.. other.Select(what.Read)]);
        var work = what.Work(network, mine) / threads / 1e9;
        var narrow = own[0].VectorBits < 512;
        return new(
            network,
            threads,
            what.Name,
            mine,
            peer,
            what.More ? mine / peer : peer / mine,
            what.Goal(network, threads),
            what.Reference(network, threads),
            work / (narrow ? 125 : 250),
            narrow && threads == 1 && work is not null ? 0.5 : null,
            work / Figure.Median([.. own.Select(numbers => numbers.PeakGigaflops)])
        );
    }

    private static PeerRow StartRow(string network, int threads, List<(double Own, double Other)> starts)
    {
        var mine = Figure.Median([.. starts.Select(pair => pair.Own)]);
        var peer = Figure.Median([.. starts.Select(pair => pair.Other)]);
        double? reference = network == "R1" ? 0.65 : null;
        return new(network, threads, PeerQuantity.Start, mine, peer, peer / mine, 3, reference, null, null, null);
    }
}
