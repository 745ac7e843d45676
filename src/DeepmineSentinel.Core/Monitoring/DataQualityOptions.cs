namespace DeepmineSentinel.Core.Monitoring;

/// <summary>What a window of readings is held against.</summary>
public sealed record DataQualityOptions
{
    /// <summary>Length of the window.</summary>
    public TimeSpan Window { get; init; } = TimeSpan.FromDays(30);

    /// <summary>Time in which one reading is expected.</summary>
    public TimeSpan Step { get; init; } = TimeSpan.FromDays(1);

    /// <summary>Age of the newest reading at which timeliness has fallen to 0.</summary>
    public TimeSpan StaleAfter { get; init; } = TimeSpan.FromDays(3);
}
