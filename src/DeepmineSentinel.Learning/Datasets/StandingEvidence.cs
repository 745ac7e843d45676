namespace DeepmineSentinel.Learning.Datasets;

/// <summary>What proves that a stope stood.</summary>
public enum StandingEvidence
{
    /// <summary>Its last dated outcome. Readings alone prove nothing: a sensor may outlive what it watches.</summary>
    Outcomes,

    /// <summary>Its last dated outcome or reading, whichever is later.</summary>
    Readings,
}
