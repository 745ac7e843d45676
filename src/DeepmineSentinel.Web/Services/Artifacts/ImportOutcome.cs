namespace DeepmineSentinel.Web.Services.Artifacts;

/// <summary>What an import did.</summary>
public enum ImportOutcome
{
    /// <summary>The run is new here: unpacked and registered as a candidate.</summary>
    Imported,

    /// <summary>The run was here already, equal to the byte; nothing was unpacked.</summary>
    AlreadyHere,

    /// <summary>The run was known and its files were gone; they are back.</summary>
    Restored,
}
