using DeepmineSentinel.Learning.Networks;
using DeepmineSentinel.Learning.Training;

namespace DeepmineSentinel.Learning.Artifacts;

/// <summary>A few encoded inputs with the logits they got right after training. N samples, T steps, D numbers a step, S static numbers.</summary>
public sealed record ProbeRecord
{
    /// <summary>Largest difference that is accepted.</summary>
    public const double Tolerance = 1e-5;

    private const int MostSamples = 16;

    /// <summary>[N, S].</summary>
    public required float[] Statics { get; init; }

    /// <summary>[N, T, D].</summary>
    public required float[] Series { get; init; }

    /// <summary>Condition logits, [N, K].</summary>
    public required float[] Condition { get; init; }

    /// <summary>Hazard logits, [N, 5].</summary>
    public required float[] Hazard { get; init; }

    /// <summary>Records some rows of a table, and one more without readings.</summary>
    /// <param name="ensemble">Frozen networks.</param>
    /// <param name="table">Encoded samples.</param>
    /// <param name="count">Rows to take, from the first to the last.</param>
    public static ProbeRecord Record(NetworkEnsemble ensemble, SampleTable table, int count)
    {
        NetworkOptions shape = table.Shape;
        SampleTable probe = new(count + 1, shape);
        int series = shape.Steps * shape.StepWidth;
        for (int row = 0; row <= count; row++)
        {
            int from = (int)((long)Math.Min(row, count - 1) * (table.Count - 1) / Math.Max(1, count - 1));
            table
                .Statics.AsSpan(from * shape.StaticCount, shape.StaticCount)
                .CopyTo(probe.Statics.AsSpan(row * shape.StaticCount));
            if (row < count)
            {
                table.Series.AsSpan(from * series, series).CopyTo(probe.Series.AsSpan(row * series));
            }

            probe.MarkPadding(row);
        }

        NetworkScores scores = NetworkScoring.Score(ensemble, probe, CancellationToken.None);
        return new ProbeRecord
        {
            Statics = probe.Statics,
            Series = probe.Series,
            Condition = scores.Condition,
            Hazard = scores.Hazard,
        };
    }

    /// <summary>Asks the networks again.</summary>
    /// <returns>Largest difference to the recorded answers; infinite where the record does not fit or something is not a number.</returns>
    public double LargestDifference(NetworkEnsemble ensemble)
    {
        NetworkOptions shape = ensemble.Options;
        int count = Statics.Length / shape.StaticCount;
        bool fits =
            count is > 0 and <= MostSamples
            && Statics.Length == count * shape.StaticCount
            && Series.Length == count * shape.Steps * shape.StepWidth
            && Condition.Length == count * shape.ClassCount
            && Hazard.Length == count * NetworkOptions.HazardCount;
        if (!fits)
        {
            return double.PositiveInfinity;
        }

        SampleTable probe = new(count, shape);
        Statics.CopyTo(probe.Statics, 0);
        Series.CopyTo(probe.Series, 0);
        for (int row = 0; row < count; row++)
        {
            probe.MarkPadding(row);
        }

        NetworkScores scores = NetworkScoring.Score(ensemble, probe, CancellationToken.None);
        return Math.Max(Largest(scores.Condition, Condition), Largest(scores.Hazard, Hazard));
    }

    private static double Largest(float[] one, float[] other)
    {
        double largest = 0;
        for (int i = 0; i < one.Length; i++)
        {
            double difference = Math.Abs((double)one[i] - other[i]);
            largest = double.IsFinite(difference) ? Math.Max(largest, difference) : double.PositiveInfinity;
        }

        return largest;
    }
}
