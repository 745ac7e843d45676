namespace DeepmineSentinel.Core.Predictions;

/// <summary>Condition of a stope as predicted. Data with dated outcomes have three classes, undated labels two.</summary>
public enum StabilityClass
{
    /// <summary>Not known.</summary>
    Unknown,

    /// <summary>Stable.</summary>
    Stable,

    /// <summary>Unstable (three classes).</summary>
    Unstable,

    /// <summary>Failure (three classes).</summary>
    Failure,

    /// <summary>Not stable (two classes).</summary>
    NotStable,
}
