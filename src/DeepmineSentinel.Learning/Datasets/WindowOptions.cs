namespace DeepmineSentinel.Learning.Datasets;

/// <summary>The window of readings that the network sees.</summary>
public sealed record WindowOptions
{
    /// <summary>Length of a step, days, 1 to 30.</summary>
    public int StepDays { get; init; } = 1;

    /// <summary>Steps in a window, 2 to 365.</summary>
    public int Length { get; init; } = 30;

    /// <summary>
    /// The step that a moment belongs to. Steps are half-open and begin at midnight UTC, counted from the first day of the
    /// calendar, so that all windows of a stope share them.
    /// </summary>
    public int StepOf(DateTime moment) => (int)(moment.Ticks / (StepDays * TimeSpan.TicksPerDay));

    /// <summary>Midnight UTC at which the window that ends at a moment begins.</summary>
    public DateTime FirstDayOf(DateTime end) =>
        new((StepOf(end) - Length + 1) * StepDays * TimeSpan.TicksPerDay, DateTimeKind.Utc);
}
