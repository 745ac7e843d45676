namespace DeepmineSentinel.Core.Stopes;

/// <summary>Whether an outcome may be learnt from (docs/decisions/100).</summary>
public enum OutcomeReviewState
{
    /// <summary>Nobody has to: it came with a file that a person imported, or from the generator.</summary>
    Brought,

    /// <summary>Entered by hand, and nobody has looked at it since: nothing is learnt from it.</summary>
    Waiting,

    /// <summary>Reviewed and accepted.</summary>
    Accepted,

    /// <summary>Reviewed and put aside: nothing is learnt from it.</summary>
    PutAside,
}
