namespace DeepmineSentinel.Core.Stability;

/// <summary>Zones of a stability graph.</summary>
public enum GraphZone
{
    /// <summary>Expected to stand.</summary>
    Stable,

    /// <summary>Between the lines.</summary>
    Unstable,

    /// <summary>Expected to fail.</summary>
    Failure,

    /// <summary>Expected to cave on and on (extended graph only).</summary>
    Caving,
}
