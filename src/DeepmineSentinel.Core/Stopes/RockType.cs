namespace DeepmineSentinel.Core.Stopes;

/// <summary>Rock around the stope. Names in files are the member names.</summary>
public enum RockType
{
    /// <summary>Granite.</summary>
    Granite,

    /// <summary>Basalt.</summary>
    Basalt,

    /// <summary>Obsidian.</summary>
    Obsidian,

    /// <summary>Shale.</summary>
    Shale,

    /// <summary>Marble.</summary>
    Marble,

    /// <summary>Slate.</summary>
    Slate,

    /// <summary>Gneiss.</summary>
    Gneiss,

    /// <summary>Schist.</summary>
    Schist,

    /// <summary>Quartzite.</summary>
    Quartzite,

    /// <summary>Limestone.</summary>
    Limestone,

    /// <summary>Sandstone.</summary>
    Sandstone,
}
