namespace DeepmineSentinel.Core.Alerts;

/// <summary>How people or systems are told of an alert.</summary>
public enum DeliveryChannel
{
    /// <summary>E-mail by SMTP.</summary>
    Email,

    /// <summary>A signed POST to an address.</summary>
    Webhook,
}
