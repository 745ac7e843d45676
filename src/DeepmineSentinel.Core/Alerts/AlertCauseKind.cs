namespace DeepmineSentinel.Core.Alerts;

/// <summary>What kind of thing raised an alert.</summary>
public enum AlertCauseKind
{
    /// <summary>The stope's prediction.</summary>
    Forecast,

    /// <summary>A channel's readings passed a threshold.</summary>
    Readings,

    /// <summary>The stope's newest reading is older than allowed.</summary>
    StaleData,

    /// <summary>One channel fell silent while others go on.</summary>
    MissingSensor,
}
