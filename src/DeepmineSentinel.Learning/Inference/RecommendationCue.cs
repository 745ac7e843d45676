namespace DeepmineSentinel.Learning.Inference;

/// <summary>Something about an answer that asks for action by itself.</summary>
public enum RecommendationCue
{
    /// <summary>Nothing: the rule does not look at flags.</summary>
    None,

    /// <summary>The answer is stale.</summary>
    Stale,

    /// <summary>The risk rose fast within a week.</summary>
    Escalating,

    /// <summary>Inputs lie outside what the network was trained on.</summary>
    OutOfRange,

    /// <summary>The readings have grade D or F.</summary>
    PoorReadings,

    /// <summary>Stable is answered, and a worse class cannot be excluded at 90 %.</summary>
    UncertainStable,
}
