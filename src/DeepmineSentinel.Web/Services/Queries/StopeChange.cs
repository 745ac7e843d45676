namespace DeepmineSentinel.Web.Services.Queries;

/// <summary>What can have changed of a stope within the last day.</summary>
public enum StopeChange
{
    /// <summary>Its level rose: both levels real, neither unknown nor stale.</summary>
    Rose,

    /// <summary>Its level fell, both levels real.</summary>
    Fell,

    /// <summary>An outcome was observed.</summary>
    Observed,
}
