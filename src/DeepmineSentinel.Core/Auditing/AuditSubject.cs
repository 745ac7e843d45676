namespace DeepmineSentinel.Core.Auditing;

/// <summary>What an audit trail is about.</summary>
public enum AuditSubject
{
    /// <summary>A stope.</summary>
    Stope,

    /// <summary>A mine.</summary>
    Mine,
}
