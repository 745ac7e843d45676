using DeepmineSentinel.Learning.Metrics;

namespace DeepmineSentinel.Learning.Evaluation;

/// <summary>What the metrics of one run's condition are made of, sample by sample.</summary>
/// <param name="Losses">Negative logs of the probability of the true class.</param>
/// <param name="SquaredErrors">Squared distances to the true class's unit vector.</param>
/// <param name="Answers">Classes answered.</param>
/// <param name="NotStable">Samples by their probability of not being stable.</param>
internal sealed record ConditionColumns(double[] Losses, double[] SquaredErrors, int[] Answers, RankedSamples NotStable)
{
    public static ConditionColumns Of(PairedAnswers run, int[] rows, int[] labels)
    {
        double[][] said = [.. rows.Select(row => run.Conditions[row]!.ToArray())];
        return new ConditionColumns(
            [.. said.Select((one, i) => ClassScores.LogLoss([one], [labels[i]]))],
            [.. said.Select((one, i) => ClassScores.Brier([one], [labels[i]]))],
            [.. rows.Select(row => run.Answers[row])],
            new RankedSamples([.. said.Select(one => 1 - one[0])], [.. labels.Select(label => label > 0)])
        );
    }

    public ConfusionMatrix Confusion(int classes, int[] labels) => new(classes, labels, Answers);
}
