namespace DeepmineSentinel.Learning.Metrics;

/// <summary>How intervals are drawn.</summary>
public sealed record BootstrapOptions
{
    /// <summary>Number of draws.</summary>
    public int Draws { get; init; } = 1_000;

    /// <summary>Share of draws inside the interval.</summary>
    public double Level { get; init; } = 0.95;

    /// <summary>Seed of the draws; the same seed draws the same stopes, so that differences are paired.</summary>
    public long Seed { get; init; } = 42;
}
