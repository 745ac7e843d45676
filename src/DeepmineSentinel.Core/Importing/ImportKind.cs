namespace DeepmineSentinel.Core.Importing;

/// <summary>What a file brings.</summary>
public enum ImportKind
{
    /// <summary>Stopes.</summary>
    Stopes,

    /// <summary>Readings.</summary>
    Readings,

    /// <summary>Events.</summary>
    Events,

    /// <summary>Outcomes.</summary>
    Outcomes,

    /// <summary>Case histories, which belong to no mine.</summary>
    CaseHistories,
}
