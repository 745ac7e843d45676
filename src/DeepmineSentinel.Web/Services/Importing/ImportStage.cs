namespace DeepmineSentinel.Web.Services.Importing;

/// <summary>How far a sent file has come.</summary>
public enum ImportStage
{
    /// <summary>Its columns are to be confirmed.</summary>
    Waiting,

    /// <summary>It is being checked; nothing is written.</summary>
    Checking,

    /// <summary>It was checked.</summary>
    Checked,

    /// <summary>It is being imported.</summary>
    Importing,

    /// <summary>It was imported.</summary>
    Imported,
}
