using System.ComponentModel.DataAnnotations;

namespace DeepmineSentinel.Web.Options;

/// <summary>Section <c>Training</c>: how the site trains what is queued.</summary>
public sealed class TrainingServiceOptions
{
    public const string Section = "Training";

    /// <summary>Runs trained at the same time by this process: 1 to 16. Default 1; more share the same processors.</summary>
    [Range(1, 16)]
    public int Parallel { get; init; } = 1;

    /// <summary>Most runs that may wait: 1 to 1,000. Default 100.</summary>
    [Range(1, 1_000)]
    public int QueueLimit { get; init; } = 100;

    /// <summary>Most live connections that follow a run: 1 to 1,000. Default 64.</summary>
    [Range(1, 1_000)]
    public int MostListeners { get; init; } = 64;

    /// <summary>Longest silence of a live connection: 0.2 s to 1 minute. Default 15 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.2000000", "00:01:00")]
    public TimeSpan Heartbeat { get; init; } = TimeSpan.FromSeconds(15);
}
