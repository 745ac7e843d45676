namespace DeepmineSentinel.Learning.Inference;

/// <summary>All that an answer is put together from.</summary>
/// <param name="Moment">The stope as of a moment.</param>
/// <param name="Answer">What the network says.</param>
/// <param name="NoSeries">Whether the window holds no reading.</param>
internal sealed record ComposedInput(StopeMoment Moment, CalibratedAnswer Answer, bool NoSeries)
{
    /// <summary>What the network says of a week before; null: no readings then.</summary>
    public CalibratedAnswer? WeekBefore { get; init; }
}
