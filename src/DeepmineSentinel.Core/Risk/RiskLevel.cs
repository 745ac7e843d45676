namespace DeepmineSentinel.Core.Risk;

/// <summary>Six levels for people and two answers that are not levels. Nothing defaults to calm.</summary>
public enum RiskLevel
{
    /// <summary>No answer: no data, no model, out of range or a failing part. Grey.</summary>
    Unknown,

    /// <summary>The answer is older than allowed. Grey.</summary>
    Stale,

    /// <summary>Below the first cut point.</summary>
    VeryLow,

    /// <summary>Between the first and second cut point.</summary>
    Low,

    /// <summary>Between the second and third cut point.</summary>
    Elevated,

    /// <summary>Between the third and fourth cut point.</summary>
    High,

    /// <summary>Between the fourth and fifth cut point.</summary>
    Critical,

    /// <summary>At or above the last cut point.</summary>
    Imminent,
}
