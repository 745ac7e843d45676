using DeepmineSentinel.Learning.Metrics;

namespace DeepmineSentinel.Learning.Evaluation;

/// <summary>The condition of several runs on the samples that all of them answered.</summary>
/// <param name="Metrics">Metrics by run.</param>
/// <param name="Confusions">What was called what, by run.</param>
internal sealed record ConditionComparison(
    IReadOnlyList<ComparedMetric> Metrics,
    IReadOnlyList<ConfusionTable> Confusions
)
{
    /// <summary>Name of the number that kills.</summary>
    public const string CalledStable = "worst_class_called_stable";

    /// <summary>Compares; null where no sample has a label and an answer of every run.</summary>
    public static ConditionComparison? Of(PairedSamples samples, IReadOnlyList<string> classes)
    {
        int[] rows =
        [
            .. Enumerable
                .Range(0, samples.Labels.Length)
                .Where(i => samples.Labels[i] >= 0 && samples.Runs.All(run => run.Conditions[i] is not null)),
        ];
        if (rows.Length == 0)
        {
            return null;
        }

        int[] labels = [.. rows.Select(row => samples.Labels[row])];
        StopeDraws draws = new([.. rows.Select(row => samples.StopeOfSample[row])], new BootstrapOptions());
        ConditionColumns[] runs = [.. samples.Runs.Select(run => ConditionColumns.Of(run, rows, labels))];
        return new ConditionComparison(
            [.. MetricsOf(runs, draws, labels, classes.Count)],
            [.. runs.Select(run => new ConfusionTable(run.Confusion(classes.Count, labels).Rows, classes))]
        );
    }

    private static IEnumerable<ComparedMetric> MetricsOf(
        ConditionColumns[] runs,
        StopeDraws draws,
        int[] labels,
        int classes
    )
    {
        ComparedMetric Take(string name, bool lower, Func<ConditionColumns, Func<int[], double>> of) =>
            MetricColumn.Take((name, lower), draws, labels.Length, [.. runs.Select(of)]);

        Func<ConditionColumns, Func<int[], double>> Counted(Func<ConfusionMatrix, double> of) =>
            run => weights => of(WeightedScores.Confusion(classes, labels, run.Answers, weights));

        yield return Take("log_loss", true, run => weights => WeightedScores.Mean(run.Losses, weights));
        yield return Take("brier", true, run => weights => WeightedScores.Mean(run.SquaredErrors, weights));
        yield return Take("accuracy", false, Counted(confusion => confusion.Accuracy));
        yield return Take("balanced_accuracy", false, Counted(confusion => confusion.BalancedAccuracy));
        yield return Take("macro_f1", false, Counted(confusion => confusion.MacroF1));
        yield return Take("auc", false, run => weights => run.NotStable.Auc(weights));
        yield return Take(CalledStable, true, Counted(confusion => confusion.Rows[classes - 1][0]));
    }
}
