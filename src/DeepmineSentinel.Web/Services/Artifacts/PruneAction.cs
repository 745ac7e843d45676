namespace DeepmineSentinel.Web.Services.Artifacts;

/// <summary>What a policy decides about one thing.</summary>
public enum PruneAction
{
    /// <summary>It stays.</summary>
    Keep,

    /// <summary>It goes; a run's row in the registry stays as archived.</summary>
    Remove,

    /// <summary>It becomes one zip in <c>models/archive/</c>; its row stays as archived.</summary>
    Compress,
}
