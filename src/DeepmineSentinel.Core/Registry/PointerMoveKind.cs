namespace DeepmineSentinel.Core.Registry;

/// <summary>Why production moved.</summary>
public enum PointerMoveKind
{
    /// <summary>A version was chosen; the one before it became the previous.</summary>
    Promotion,

    /// <summary>Production and previous were swapped.</summary>
    Rollback,
}
