using DeepmineSentinel.Learning.Metrics;

namespace DeepmineSentinel.Learning.Evaluation;

/// <summary>Takes one metric of every run, and the interval of its difference to the first.</summary>
internal static class MetricColumn
{
    /// <summary>Takes it.</summary>
    /// <param name="metric">Name, and whether lower is better.</param>
    /// <param name="draws">Draws of the samples' stopes.</param>
    /// <param name="samples">Count of samples.</param>
    /// <param name="statistics">The metric of each run, of weighted samples; NaN where it is not defined.</param>
    public static ComparedMetric Take(
        (string Name, bool LowerIsBetter) metric,
        StopeDraws draws,
        int samples,
        IReadOnlyList<Func<int[], double>> statistics
    )
    {
        int[] once = new int[samples];
        Array.Fill(once, 1);
        double first = statistics[0](once);
        return new ComparedMetric(
            metric.Name,
            metric.LowerIsBetter,
            samples,
            [
                .. statistics.Select(
                    (statistic, i) =>
                        i == 0
                            ? new MetricValue(ConditionScorer.Finite(first), null, null, null)
                            : Beside(
                                statistic(once),
                                first,
                                draws,
                                weights => statistic(weights) - statistics[0](weights)
                            )
                ),
            ]
        );
    }

    private static MetricValue Beside(double value, double first, StopeDraws draws, Func<int[], double> difference)
    {
        MetricInterval? interval = draws.Stopes < PairedComparison.FewestStopes ? null : draws.Interval(difference);
        return new MetricValue(
            ConditionScorer.Finite(value),
            ConditionScorer.Finite(value - first),
            interval is null ? null : ConditionScorer.Finite(interval.Lower),
            interval is null ? null : ConditionScorer.Finite(interval.Upper)
        );
    }
}
