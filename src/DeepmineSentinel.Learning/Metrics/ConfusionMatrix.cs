namespace DeepmineSentinel.Learning.Metrics;

/// <summary>Counts of labels against answers, and what follows from them alone.</summary>
public sealed class ConfusionMatrix
{
    private readonly long[][] counts;

    /// <summary>Counts.</summary>
    /// <param name="classes">Number of classes, K.</param>
    /// <param name="labels">True classes, 0 to K - 1.</param>
    /// <param name="answers">Answered classes, 0 to K - 1.</param>
    public ConfusionMatrix(int classes, ReadOnlySpan<int> labels, ReadOnlySpan<int> answers)
    {
        counts = [.. Enumerable.Range(0, classes).Select(_ => new long[classes])];
        for (int i = 0; i < labels.Length; i++)
        {
            counts[labels[i]][answers[i]]++;
        }

        Total = labels.Length;
    }

    /// <summary>Takes counts that were made elsewhere.</summary>
    /// <param name="counts">By true class, then answered class, [K][K].</param>
    internal ConfusionMatrix(long[][] counts)
    {
        this.counts = counts;
        Total = counts.Sum(row => row.Sum());
    }

    /// <summary>Counts by true class (row) and answered class (column).</summary>
    public IReadOnlyList<IReadOnlyList<long>> Rows => counts;

    /// <summary>Samples counted.</summary>
    public long Total { get; }

    /// <summary>Share answered rightly; NaN without samples.</summary>
    public double Accuracy => (double)Enumerable.Range(0, counts.Length).Sum(k => counts[k][k]) / Total;

    /// <summary>Mean recall of the classes that occur; NaN without samples.</summary>
    public double BalancedAccuracy => Mean(Recall);

    /// <summary>Mean precision of the classes that occur.</summary>
    public double MacroPrecision => Mean(Precision);

    /// <summary>Mean recall of the classes that occur.</summary>
    public double MacroRecall => Mean(Recall);

    /// <summary>Mean F1 of the classes that occur.</summary>
    public double MacroF1 => Mean(F1);

    /// <summary>Precision weighted by how often each class occurs.</summary>
    public double WeightedPrecision => Weighted(Precision);

    /// <summary>Recall weighted by how often each class occurs, which is the accuracy.</summary>
    public double WeightedRecall => Weighted(Recall);

    /// <summary>F1 weighted by how often each class occurs.</summary>
    public double WeightedF1 => Weighted(F1);

    /// <summary>How often a class occurs.</summary>
    public long Support(int k) => counts[k].Sum();

    /// <summary>Share of the answers of a class that are right; 0 where it was never answered.</summary>
    public double Precision(int k)
    {
        long answered = counts.Sum(row => row[k]);
        return answered == 0 ? 0 : (double)counts[k][k] / answered;
    }

    /// <summary>Share of a class that was answered so; 0 where it does not occur.</summary>
    public double Recall(int k) => Support(k) == 0 ? 0 : (double)counts[k][k] / Support(k);

    /// <summary>Harmonic mean of precision and recall; 0 where both are.</summary>
    public double F1(int k)
    {
        long either = Support(k) + counts.Sum(row => row[k]);
        return either == 0 ? 0 : 2.0 * counts[k][k] / either;
    }

    private double Mean(Func<int, double> value)
    {
        int[] present = [.. Enumerable.Range(0, counts.Length).Where(k => Support(k) > 0)];
        return present.Length == 0 ? double.NaN : present.Average(value);
    }

    private double Weighted(Func<int, double> value) =>
        Enumerable.Range(0, counts.Length).Sum(k => Support(k) * value(k)) / Total;
}
