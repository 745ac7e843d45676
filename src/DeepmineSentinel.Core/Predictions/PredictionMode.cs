namespace DeepmineSentinel.Core.Predictions;

/// <summary>Who answered.</summary>
public enum PredictionMode
{
    /// <summary>Nobody: there is no answer, and the reason is given.</summary>
    Unknown,

    /// <summary>The physics rule, while no network is ready. It may warn, never reassure.</summary>
    Fallback,

    /// <summary>A trained network.</summary>
    Network,
}
