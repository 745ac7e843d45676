namespace DeepmineSentinel.Learning.Evaluation;

/// <summary>A metric of one run, and how far it lies from the first run's.</summary>
/// <param name="Value">The metric; null: not defined on these samples.</param>
/// <param name="Difference">This run's minus the first run's; null: this is the first, or one of the two is not defined.</param>
/// <param name="Lower">Lower end of the 95 % interval of the difference, stopes resampled; null: too few stopes.</param>
/// <param name="Upper">Upper end.</param>
public sealed record MetricValue(double? Value, double? Difference, double? Lower, double? Upper)
{
    /// <summary>Whether the interval lies wholly on one side of zero, so that chance alone hardly explains the difference.</summary>
    public bool IsClear => (Lower > 0 && Upper > 0) || (Lower < 0 && Upper < 0);
}
