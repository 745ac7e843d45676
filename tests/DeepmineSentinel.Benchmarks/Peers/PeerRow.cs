namespace DeepmineSentinel.Benchmarks.Peers;

/// <summary>Two medians side by side, with what was aimed at and how far the hardware's limit is.</summary>
/// <param name="Network">R1 or R2.</param>
/// <param name="Threads">Threads of both sides.</param>
/// <param name="Quantity">What was measured, with its unit.</param>
/// <param name="Engine">The engine's median.</param>
/// <param name="PyTorch">PyTorch's median in the same run.</param>
/// <param name="Ratio">How many times better the engine is.</param>
/// <param name="Goal">The ratio that was aimed at; null if none was.</param>
/// <param name="Reference">What PyTorch 1.13 reached on the reference machine; null if unknown.</param>
/// <param name="LimitShare">Share of 125 (AVX2) or 250 (AVX-512) GFLOP/s a core, 0 to 1; null where nothing is computed for long.</param>
/// <param name="LimitGoal">The share that was aimed at, with AVX2 on one thread; null otherwise.</param>
/// <param name="PeakShare">Share of what this machine's cores did at most in the same run, 0 to 1; null likewise.</param>
internal sealed record PeerRow(
    string Network,
    int Threads,
    string Quantity,
    double Engine,
    double PyTorch,
    double Ratio,
    double? Goal,
    double? Reference,
    double? LimitShare,
    double? LimitGoal,
    double? PeakShare
);
