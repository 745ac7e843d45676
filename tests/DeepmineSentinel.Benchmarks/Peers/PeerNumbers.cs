namespace DeepmineSentinel.Benchmarks.Peers;

/// <summary>What one process measured of itself.</summary>
/// <param name="EpochSeconds">One pass of training, s.</param>
/// <param name="SampleMilliseconds">One prediction, ms.</param>
/// <param name="SamplesPerSecond">Predictions a second in batches of 256.</param>
/// <param name="PeakMegabytes">The most memory in RAM up to the end of training, MB.</param>
internal sealed record PeerNumbers(
    double EpochSeconds,
    double SampleMilliseconds,
    double SamplesPerSecond,
    double PeakMegabytes
)
{
    /// <summary>Width of the registers, bits; 0 where it is not said.</summary>
    public int VectorBits { get; init; }

    /// <summary>What a core can do at most, GFLOP/s; 0 where it is not said.</summary>
    public double PeakGigaflops { get; init; }
}
