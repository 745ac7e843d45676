namespace DeepmineSentinel.Core.Stopes;

/// <summary>Ground support. Names in files have spaces: "Rock Bolts".</summary>
public enum SupportType
{
    /// <summary>No support.</summary>
    None,

    /// <summary>Rock bolts.</summary>
    RockBolts,

    /// <summary>Mesh.</summary>
    Mesh,

    /// <summary>Shotcrete.</summary>
    Shotcrete,

    /// <summary>Timber.</summary>
    Timber,

    /// <summary>Cable bolts.</summary>
    CableBolts,

    /// <summary>Steel sets.</summary>
    SteelSets,
}
