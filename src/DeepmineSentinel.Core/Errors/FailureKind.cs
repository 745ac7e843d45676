namespace DeepmineSentinel.Core.Errors;

/// <summary>What kind of thing went wrong; the web maps it to a status, the command line to an exit code.</summary>
public enum FailureKind
{
    /// <summary>What the user gave cannot be used: a file, a field, an option.</summary>
    InvalidInput,

    /// <summary>The thing that was named does not exist.</summary>
    NotFound,

    /// <summary>The thing is not in a state that allows this, or somebody else changed it meanwhile.</summary>
    Conflict,

    /// <summary>A stored artifact is damaged, half written or not to be trusted.</summary>
    Damaged,

    /// <summary>There is not enough data, or not the right data, to do this.</summary>
    InsufficientData,

    /// <summary>Something outside (disk, database) failed; trying again may help.</summary>
    Unavailable,
}
