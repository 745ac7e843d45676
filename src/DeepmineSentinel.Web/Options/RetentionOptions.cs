using System.ComponentModel.DataAnnotations;
using DeepmineSentinel.Web.Services.Artifacts;

namespace DeepmineSentinel.Web.Options;

/// <summary>Section <c>Retention</c>: whether the site clears old runs and rows by itself, and which.</summary>
public sealed class RetentionOptions
{
    public const string Section = "Retention";

    /// <summary>Whether the site clears by itself; off by default: nothing is removed that nobody asked to remove.</summary>
    public bool Enabled { get; init; }

    /// <summary>How often, the first time a minute after the start: 1 hour to 30 days. Default 1 day.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "30.00:00:00")]
    public TimeSpan Every { get; init; } = TimeSpan.FromDays(1);

    /// <summary>Runs with the lowest log-loss that stay: 0 to 1,000. Default 5.</summary>
    [Range(0, 1_000)]
    public int KeepBest { get; init; } = 5;

    /// <summary>Newest runs that stay: 1 to 1,000. Default 3.</summary>
    [Range(1, 1_000)]
    public int KeepLatest { get; init; } = 3;

    /// <summary>Age below which everything stays: 1 day to 3,650 days. Default 30 days.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "3650.00:00:00")]
    public TimeSpan OlderThan { get; init; } = TimeSpan.FromDays(30);

    /// <summary>Age from which imports that changed rows cannot be taken back any more: 1 day to 3,650 days. Default 90 days.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "3650.00:00:00")]
    public TimeSpan ReplacedOlderThan { get; init; } = TimeSpan.FromDays(90);

    /// <summary>Age from which ended batches of predictions go: 1 day to 3,650 days. Default 365 days.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "3650.00:00:00")]
    public TimeSpan BatchesOlderThan { get; init; } = TimeSpan.FromDays(365);

    /// <summary>Whether runs are compressed instead of removed.</summary>
    public bool Compress { get; init; }

    /// <summary>The policy that this makes.</summary>
    public PrunePolicy ToPolicy() =>
        new()
        {
            KeepBest = KeepBest,
            KeepLatest = KeepLatest,
            OlderThan = OlderThan,
            Compress = Compress,
        };
}
