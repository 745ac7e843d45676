namespace DeepmineSentinel.Learning.Training;

/// <summary>Adds up losses over batches of different sizes.</summary>
public sealed record LossSum
{
    /// <summary>Sum of condition losses over labelled rows.</summary>
    public double Condition { get; init; }

    /// <summary>Labelled rows.</summary>
    public long ConditionCount { get; init; }

    /// <summary>Sum of hazard losses over known intervals.</summary>
    public double Hazard { get; init; }

    /// <summary>Known intervals.</summary>
    public long HazardCount { get; init; }

    /// <summary>Mean condition loss; null without labels.</summary>
    public double? ConditionMean => ConditionCount == 0 ? null : Condition / ConditionCount;

    /// <summary>Mean hazard loss; null where none is known.</summary>
    public double? HazardMean => HazardCount == 0 ? null : Hazard / HazardCount;

    /// <summary>1.2 x condition + 5 x hazard, as trained on; null without any label.</summary>
    public double? Total =>
        ConditionMean is null && HazardMean is null
            ? null
            : (StabilityLoss.ConditionWeight * (ConditionMean ?? 0)) + (StabilityLoss.HazardWeight * (HazardMean ?? 0));

    /// <summary>Adds a batch.</summary>
    /// <param name="condition">Mean condition loss of the batch; null: none.</param>
    /// <param name="conditionCount">Rows it is the mean of.</param>
    /// <param name="hazard">Mean hazard loss of the batch; null: none.</param>
    /// <param name="hazardCount">Intervals it is the mean of.</param>
    public LossSum Plus(double? condition, int conditionCount, double? hazard, int hazardCount) =>
        new()
        {
            Condition = Condition + ((condition ?? 0) * conditionCount),
            ConditionCount = ConditionCount + conditionCount,
            Hazard = Hazard + ((hazard ?? 0) * hazardCount),
            HazardCount = HazardCount + hazardCount,
        };
}
