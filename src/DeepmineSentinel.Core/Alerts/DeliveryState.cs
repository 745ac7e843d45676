namespace DeepmineSentinel.Core.Alerts;

/// <summary>How far a message is.</summary>
public enum DeliveryState
{
    /// <summary>It waits for its first or next attempt.</summary>
    Queued,

    /// <summary>The server at the other end took it.</summary>
    Sent,

    /// <summary>It was given up after the last attempt.</summary>
    GivenUp,
}
