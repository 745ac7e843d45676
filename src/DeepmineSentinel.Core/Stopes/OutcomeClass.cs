namespace DeepmineSentinel.Core.Stopes;

/// <summary>What was observed, from best to worst.</summary>
public enum OutcomeClass
{
    /// <summary>Stands as designed.</summary>
    Stable,

    /// <summary>Sloughing or movement beyond design, short of failure.</summary>
    Unstable,

    /// <summary>Failed.</summary>
    Failure,
}
