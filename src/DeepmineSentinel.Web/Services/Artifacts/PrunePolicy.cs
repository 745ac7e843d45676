using DeepmineSentinel.Core.Errors;

namespace DeepmineSentinel.Web.Services.Artifacts;

/// <summary>Which runs stay. What is in production, before production, pinned or running stays whatever it says.</summary>
public sealed record PrunePolicy
{
    /// <summary>Runs with the lowest log-loss that stay, 0 or more. Default 5.</summary>
    public int KeepBest { get; init; } = 5;

    /// <summary>Newest runs that stay, 0 or more. Default 3.</summary>
    public int KeepLatest { get; init; } = 3;

    /// <summary>Age below which everything stays, 0 or more. Default 30 days.</summary>
    public TimeSpan OlderThan { get; init; } = TimeSpan.FromDays(30);

    /// <summary>Whether whole runs are compressed instead of removed.</summary>
    public bool Compress { get; init; }

    /// <exception cref="SentinelException">A number is negative.</exception>
    public void ThrowIfInvalid()
    {
        if (KeepBest < 0 || KeepLatest < 0 || OlderThan < TimeSpan.Zero)
        {
            throw new SentinelException(
                FailureKind.InvalidInput,
                "invalid_policy",
                "Counts and age of what is kept are 0 or more."
            );
        }
    }
}
