namespace DeepmineSentinel.Benchmarks.Peers;

/// <summary>What is compared: how it is read, which way is better, the goal, and the reference machine's PyTorch 1.13.</summary>
/// <param name="Name">In the table, with the unit.</param>
/// <param name="More">Whether more is better.</param>
/// <param name="Read">From a process's numbers.</param>
/// <param name="Goal">For (network, threads): the ratio aimed at.</param>
/// <param name="Reference">For (network, threads): PyTorch 1.13 on two cores of an AMD EPYC with AVX-512.</param>
/// <param name="Work">For a network and the measured figure: floating-point operations a second; null where they say nothing.</param>
internal sealed record PeerQuantity(
    string Name,
    bool More,
    Func<PeerNumbers, double> Read,
    Func<string, int, double?> Goal,
    Func<string, int, double?> Reference,
    Func<string, double, double?> Work
)
{
    public static readonly IReadOnlyList<PeerQuantity> All =
    [
        new(
            "epoch, s",
            false,
            numbers => numbers.EpochSeconds,
            (network, _) => network == "R1" ? 3 : 2,
            (network, threads) =>
                network != "R1" ? (threads == 1 ? 4.0 : null)
                : threads == 1 ? 0.221
                : 0.211,
            (network, seconds) => 3 * Forward(network) * (network == "R1" ? 2000 : 2944) / seconds
        ),
        new(
            "one sample, ms",
            false,
            numbers => numbers.SampleMilliseconds,
            (network, _) => network == "R1" ? 8 : 4,
            (network, threads) =>
                threads > 1 ? null
                : network == "R1" ? 0.326
                : 2.2,
            (_, _) => null
        ),
        new(
            "batch of 256, samples/s",
            true,
            numbers => numbers.SamplesPerSecond,
            (_, threads) => threads == 1 ? 2 : 2.5,
            (network, threads) =>
                network != "R1" ? (threads == 1 ? 2340 : null)
                : threads == 1 ? 48_800
                : 64_300,
            (network, samples) => Forward(network) * samples
        ),
        new(
            "peak memory, training, MB",
            false,
            numbers => numbers.PeakMegabytes,
            (network, _) => network == "R1" ? 3 : null,
            (network, threads) => network == "R1" && threads == 1 ? 327 : null,
            (_, _) => null
        ),
    ];

    /// <summary>Process start to first prediction, measured from outside; only on one thread.</summary>
    public const string Start = "start to first prediction, s";

    /// <summary>Floating-point operations of one sample's way through the network.</summary>
    private static double Forward(string network) => network == "R1" ? 0.9e6 : 19e6;
}
