namespace DeepmineSentinel.Benchmarks.Peers;

/// <summary>What one process measured of itself, and the start that was seen from outside.</summary>
internal sealed record PeerNumbers(
    double EpochSeconds,
    double SampleMilliseconds,
    double SamplesPerSecond,
    double PeakMegabytes,
    double StartSeconds = 0
);
