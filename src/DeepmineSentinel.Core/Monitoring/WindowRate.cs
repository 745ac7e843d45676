namespace DeepmineSentinel.Core.Monitoring;

/// <summary>Change of a channel over a window.</summary>
/// <param name="Window">Length of the window.</param>
/// <param name="PerDay">Least-squares slope, the channel's unit a day; null with fewer than two values in the window.</param>
/// <param name="Points">Values in the window.</param>
public sealed record WindowRate(TimeSpan Window, double? PerDay, int Points);
