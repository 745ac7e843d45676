namespace DeepmineSentinel.Benchmarks.Peers;

/// <summary>Two medians side by side; the ratio says how many times better the engine is.</summary>
internal sealed record PeerRow(
    string Network,
    int Threads,
    string Quantity,
    double Engine,
    double PyTorch,
    double Ratio
);
