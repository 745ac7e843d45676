namespace DeepmineSentinel.Core.Importing;

/// <summary>What an import wrote over, readings apart.</summary>
public enum ReplacedSubject
{
    /// <summary>A mine that a file of stopes made.</summary>
    Mine,

    /// <summary>A stope that was changed.</summary>
    Stope,

    /// <summary>An event that was replaced.</summary>
    Event,

    /// <summary>An outcome that was replaced.</summary>
    Outcome,
}
