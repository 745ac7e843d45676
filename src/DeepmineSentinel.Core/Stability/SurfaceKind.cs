namespace DeepmineSentinel.Core.Stability;

/// <summary>Which surface of a stope.</summary>
public enum SurfaceKind
{
    /// <summary>Not said, or in words that are not known.</summary>
    Unknown,

    /// <summary>Back or crown.</summary>
    Back,

    /// <summary>Hangingwall.</summary>
    Hangingwall,

    /// <summary>Footwall.</summary>
    Footwall,

    /// <summary>An end wall or another wall.</summary>
    Wall,
}
