namespace DeepmineSentinel.Learning.Runs;

/// <summary>How a search is carried out; none of it but <see cref="StopHopeless"/> changes what is found.</summary>
public sealed record SearchSettings
{
    /// <summary>Most trials side by side.</summary>
    public const int MostParallel = 8;

    /// <summary>Trials side by side, 1 to 8.</summary>
    public int Parallel { get; init; } = 2;

    /// <summary>Whether hopeless trials are stopped early by <see cref="Search.MedianRule"/>.</summary>
    public bool StopHopeless { get; init; }
}
