using DeepmineSentinel.Learning.Datasets;
using DeepmineSentinel.Learning.Metrics;

namespace DeepmineSentinel.Learning.Evaluation;

/// <summary>Scores classes on the samples whose condition counts.</summary>
internal static class ConditionScorer
{
    private const int FewestStopesForInterval = 5;

    /// <summary>Scores a model; null where it does not answer or nothing counts.</summary>
    public static ConditionScores? Score(IReadOnlyList<Sample> samples, AnsweredSamples answered)
    {
        int[] rows =
        [
            .. Enumerable
                .Range(0, samples.Count)
                .Where(row =>
                    samples[row] is { HasCondition: true, IsConditionScored: true }
                    && answered.Conditions[row] is not null
                ),
        ];
        if (rows.Length == 0)
        {
            return null;
        }

        double[][] probabilities = [.. rows.Select(row => answered.Conditions[row]!)];
        int[] labels = [.. rows.Select(row => samples[row].ConditionLabel)];
        int[] stopes = [.. rows.Select(row => samples[row].StopeIndex)];
        int[] answers = [.. rows.Select(row => answered.Answers[row])];
        return Score(probabilities, labels, answers) with
        {
            LogLossInterval = IntervalOf(stopes, probabilities, labels),
        };
    }

    private static ConditionScores Score(double[][] probabilities, int[] labels, int[] answers)
    {
        int classes = probabilities[0].Length;
        ConfusionMatrix confusion = new(classes, labels, answers);
        double[] notStable = [.. probabilities.Select(one => 1 - one[0])];
        bool[] wasNotStable = [.. labels.Select(label => label > 0)];
        return new ConditionScores
        {
            Samples = labels.Length,
            Accuracy = confusion.Accuracy,
            LogLoss = ClassScores.LogLoss(probabilities, labels),
            BalancedAccuracy = confusion.BalancedAccuracy,
            MacroF1 = confusion.MacroF1,
            PrecisionWeighted = confusion.WeightedPrecision,
            RecallWeighted = confusion.WeightedRecall,
            F1Weighted = confusion.WeightedF1,
            Auc = Finite(BinaryScores.Auc(notStable, wasNotStable)),
            Brier = ClassScores.Brier(probabilities, labels),
            CalibrationError = Calibration.ExpectedError(notStable, wasNotStable),
            WorstClassSamples = (int)confusion.Support(classes - 1),
            WorstClassCalledStable = (int)confusion.Rows[classes - 1][0],
            Confusion = confusion.Rows,
        };
    }

    private static double[]? IntervalOf(int[] stopes, double[][] probabilities, int[] labels)
    {
        if (stopes.Distinct().Count() < FewestStopesForInterval)
        {
            return null;
        }

        double[] losses =
        [
            .. labels.Select((label, i) => -Math.Log(Math.Max(ClassScores.Floor, probabilities[i][label]))),
        ];
        MetricInterval interval = StopeBootstrap.Interval(
            stopes,
            drawn => drawn.Average(i => losses[i]),
            new BootstrapOptions()
        );
        return double.IsFinite(interval.Lower) ? [interval.Lower, interval.Upper] : null;
    }

    internal static double? Finite(double value) => double.IsFinite(value) ? value : null;
}
