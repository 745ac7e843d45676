namespace DeepmineSentinel.Core.Monitoring;

/// <summary>What happened near a stope.</summary>
public enum EventType
{
    /// <summary>A blast.</summary>
    Blast,

    /// <summary>Excavation.</summary>
    Excavation,

    /// <summary>Drilling.</summary>
    Drilling,

    /// <summary>Support work.</summary>
    Support,

    /// <summary>An inspection.</summary>
    Inspection,

    /// <summary>Anything else.</summary>
    Other,
}
