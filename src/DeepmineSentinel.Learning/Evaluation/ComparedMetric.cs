namespace DeepmineSentinel.Learning.Evaluation;

/// <summary>One metric of several runs on the samples that they share.</summary>
/// <param name="Name">As in the result of a run, for example <c>log_loss</c> or <c>auc_7d</c>.</param>
/// <param name="LowerIsBetter">Which way is better.</param>
/// <param name="Samples">Samples it was taken on.</param>
/// <param name="Values">By run, in the order given.</param>
public sealed record ComparedMetric(string Name, bool LowerIsBetter, int Samples, IReadOnlyList<MetricValue> Values)
{
    /// <summary>Whether it counts samples instead of scoring them.</summary>
    public bool IsCount => Name == ConditionComparison.CalledStable;
}
