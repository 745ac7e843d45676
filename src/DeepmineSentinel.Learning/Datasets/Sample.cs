namespace DeepmineSentinel.Learning.Datasets;

/// <summary>A window ending at a moment, with what is known to have followed.</summary>
public readonly record struct Sample
{
    /// <summary>No condition label.</summary>
    public const int NoLabel = -1;

    /// <summary>Index into the set's stopes.</summary>
    public required int StopeIndex { get; init; }

    /// <summary>End of the window, UTC; null: the stope has no readings and no date, its window is all masked.</summary>
    public required DateTime? AsOf { get; init; }

    /// <summary>Index into the set's classes; <see cref="NoLabel"/>: none.</summary>
    public required int ConditionLabel { get; init; }

    /// <summary>Weight of the condition's loss; an undated label's windows weigh one stope together. 0 without a label.</summary>
    public float ConditionWeight { get; init; }

    /// <summary>Whether the condition counts in evaluation: always with a dated label, else the stope's last window only.</summary>
    public bool IsConditionScored { get; init; }

    /// <summary>Failure within each interval.</summary>
    public HazardLabels Hazard { get; init; }

    /// <summary>Whether there is a condition label.</summary>
    public bool HasCondition => ConditionLabel >= 0;
}
