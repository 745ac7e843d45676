namespace DeepmineSentinel.Core.Alerts;

/// <summary>What happened to an alert.</summary>
public enum AlertChangeKind
{
    /// <summary>It was opened.</summary>
    Raised,

    /// <summary>A pending one held for long enough: people are called.</summary>
    Confirmed,

    /// <summary>Its level rose; an answer given before no longer counts.</summary>
    LevelRaised,

    /// <summary>Its level fell after the time that the plan asks for.</summary>
    LevelLowered,

    /// <summary>Nobody answered in time.</summary>
    Escalated,

    /// <summary>Somebody has it in hand.</summary>
    Acknowledged,

    /// <summary>Somebody silenced it until a moment.</summary>
    Silenced,

    /// <summary>That moment came.</summary>
    SilenceEnded,

    /// <summary>It is over.</summary>
    Resolved,
}
