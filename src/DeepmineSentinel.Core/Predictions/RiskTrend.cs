namespace DeepmineSentinel.Core.Predictions;

/// <summary>How the 7-day probability moved against a week before, the network asked for both moments.</summary>
public enum RiskTrend
{
    /// <summary>Not known.</summary>
    Unknown,

    /// <summary>Falling fast.</summary>
    RapidlyImproving,

    /// <summary>Falling.</summary>
    Improving,

    /// <summary>Steady.</summary>
    Steady,

    /// <summary>Rising.</summary>
    Increasing,

    /// <summary>Rising fast.</summary>
    Escalating,
}
