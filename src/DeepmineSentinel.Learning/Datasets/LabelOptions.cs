namespace DeepmineSentinel.Learning.Datasets;

/// <summary>How labels are made.</summary>
public sealed record LabelOptions
{
    /// <summary>Which labels.</summary>
    public LabelSource Labels { get; init; } = LabelSource.Auto;

    /// <summary>What proves that a stope stood.</summary>
    public StandingEvidence StandingUntil { get; init; } = StandingEvidence.Outcomes;
}
