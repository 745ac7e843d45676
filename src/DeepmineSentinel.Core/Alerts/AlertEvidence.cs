namespace DeepmineSentinel.Core.Alerts;

/// <summary>What is known of one cause at one moment.</summary>
/// <param name="Cause">What is looked at.</param>
/// <param name="Level">Level that it gives; <see cref="AlertLevel.Unknown"/> where nothing can be said.</param>
/// <param name="HoldLevel">Level with the hysteresis taken off the thresholds, never below <paramref name="Level"/>.</param>
/// <param name="Reason">One sentence for people: what was measured or said, and against what.</param>
/// <param name="AsOf">The newest reading behind it, UTC; null: no reading is.</param>
public sealed record AlertEvidence(
    AlertCause Cause,
    AlertLevel Level,
    AlertLevel HoldLevel,
    string Reason,
    DateTime? AsOf
)
{
    /// <summary>Whether data are missing that belong to it: then it may raise an alert, and never lowers one.</summary>
    public bool IsBlind { get; init; }

    /// <summary>Nothing is known of a cause.</summary>
    public static AlertEvidence None(AlertCause cause, string reason = "") =>
        new(cause, AlertLevel.Unknown, AlertLevel.Unknown, reason, null);
}
