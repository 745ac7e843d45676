namespace DeepmineSentinel.Learning.Metrics;

/// <summary>Statistics of samples that each count a whole number of times.</summary>
public static class WeightedScores
{
    /// <summary>Mean; NaN where nothing counts.</summary>
    public static double Mean(ReadOnlySpan<double> values, ReadOnlySpan<int> weights)
    {
        double sum = 0;
        long total = 0;
        for (int i = 0; i < values.Length; i++)
        {
            sum += weights[i] * values[i];
            total += weights[i];
        }

        return total == 0 ? double.NaN : sum / total;
    }

    /// <summary>Counts of labels against answers.</summary>
    /// <param name="classes">Number of classes.</param>
    /// <param name="labels">True classes.</param>
    /// <param name="answers">Answered classes.</param>
    /// <param name="weights">How often each sample counts.</param>
    public static ConfusionMatrix Confusion(
        int classes,
        ReadOnlySpan<int> labels,
        ReadOnlySpan<int> answers,
        ReadOnlySpan<int> weights
    )
    {
        long[][] counts = [.. Enumerable.Range(0, classes).Select(_ => new long[classes])];
        for (int i = 0; i < labels.Length; i++)
        {
            counts[labels[i]][answers[i]] += weights[i];
        }

        return new ConfusionMatrix(counts);
    }
}
