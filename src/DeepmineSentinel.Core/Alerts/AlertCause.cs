using DeepmineSentinel.Core.Monitoring;

namespace DeepmineSentinel.Core.Alerts;

/// <summary>What raised an alert. A stope has at most one open alert of a cause.</summary>
/// <param name="Kind">What kind of thing.</param>
/// <param name="Channel">Name of the channel (<see cref="ReadingQuantities"/>); empty where the cause is of no channel.</param>
public readonly record struct AlertCause(AlertCauseKind Kind, string Channel)
{
    /// <summary>Longest name of a channel.</summary>
    public const int ChannelLength = 50;

    /// <summary>The stope's prediction.</summary>
    public static AlertCause Forecast { get; } = new(AlertCauseKind.Forecast, "");

    /// <summary>The stope's newest reading is too old.</summary>
    public static AlertCause StaleData { get; } = new(AlertCauseKind.StaleData, "");

    /// <summary>Whether it is of the grey kind: about data that are not there.</summary>
    public bool IsGrey => Kind is AlertCauseKind.StaleData or AlertCauseKind.MissingSensor;

    /// <summary>Thresholds on a channel.</summary>
    public static AlertCause Readings(string channel) => new(AlertCauseKind.Readings, channel);

    /// <summary>A channel that fell silent.</summary>
    public static AlertCause MissingSensor(string channel) => new(AlertCauseKind.MissingSensor, channel);
}
