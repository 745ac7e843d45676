namespace DeepmineSentinel.Core.Alerts;

/// <summary>What of a channel is held against thresholds.</summary>
public enum ThresholdMeasure
{
    /// <summary>The greatest value inside the window.</summary>
    Value,

    /// <summary>The least-squares slope over the window, the channel's unit a day.</summary>
    RatePerDay,
}
