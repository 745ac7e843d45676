namespace DeepmineSentinel.Core.Alerts;

/// <summary>How often and when a message is tried again.</summary>
/// <param name="FirstPause">Pause after the first failure; it doubles with each.</param>
/// <param name="LongestPause">No pause is longer.</param>
/// <param name="MostAttempts">After so many it is given up.</param>
public sealed record DeliveryRetry(TimeSpan FirstPause, TimeSpan LongestPause, int MostAttempts)
{
    private const int MostDoublings = 30;

    /// <summary>The pause after a number of failures.</summary>
    /// <param name="failures">From 1.</param>
    public TimeSpan PauseAfter(int failures)
    {
        double pause = FirstPause.TotalSeconds * Math.Pow(2, Math.Clamp(failures - 1, 0, MostDoublings));
        return TimeSpan.FromSeconds(Math.Min(pause, LongestPause.TotalSeconds));
    }
}
