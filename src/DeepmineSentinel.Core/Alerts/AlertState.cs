namespace DeepmineSentinel.Core.Alerts;

/// <summary>Where an alert stands in its life.</summary>
public enum AlertState
{
    /// <summary>Seen but not yet confirmed by time; nobody is called. Only grey alerts wait here.</summary>
    Pending,

    /// <summary>People are called and nobody has answered.</summary>
    Active,

    /// <summary>Somebody said that they have it in hand.</summary>
    Acknowledged,

    /// <summary>Nobody is called until a moment that somebody named.</summary>
    Silenced,

    /// <summary>Over. It never opens again; the same cause opens another one.</summary>
    Resolved,
}
