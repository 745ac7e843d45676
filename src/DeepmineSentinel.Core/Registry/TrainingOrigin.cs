namespace DeepmineSentinel.Core.Registry;

/// <summary>Who asked for a run.</summary>
public enum TrainingOrigin
{
    /// <summary>The command line.</summary>
    Command,

    /// <summary>A person on the site.</summary>
    Site,

    /// <summary>The prediction service, because there was no model.</summary>
    Fallback,
}
