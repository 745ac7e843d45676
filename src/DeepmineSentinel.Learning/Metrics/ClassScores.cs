namespace DeepmineSentinel.Learning.Metrics;

/// <summary>Scores of class probabilities. Smaller is better.</summary>
public static class ClassScores
{
    /// <summary>Smallest probability that a logarithm is taken of.</summary>
    public const double Floor = 1e-15;

    /// <summary>Mean of -ln of the probability given to the true class; NaN without samples.</summary>
    /// <param name="probabilities">Probabilities of the classes, [samples][K].</param>
    /// <param name="labels">True classes.</param>
    public static double LogLoss(IReadOnlyList<double[]> probabilities, IReadOnlyList<int> labels)
    {
        double sum = 0;
        for (int i = 0; i < labels.Count; i++)
        {
            sum -= Math.Log(Math.Max(Floor, probabilities[i][labels[i]]));
        }

        return sum / labels.Count;
    }

    /// <summary>Mean squared distance to the true class's unit vector, 0 to 2 (Brier 1950); NaN without samples.</summary>
    /// <param name="probabilities">Probabilities of the classes, [samples][K].</param>
    /// <param name="labels">True classes.</param>
    public static double Brier(IReadOnlyList<double[]> probabilities, IReadOnlyList<int> labels)
    {
        double sum = 0;
        for (int i = 0; i < labels.Count; i++)
        {
            for (int k = 0; k < probabilities[i].Length; k++)
            {
                double difference = probabilities[i][k] - (k == labels[i] ? 1 : 0);
                sum += difference * difference;
            }
        }

        return sum / labels.Count;
    }

    /// <summary>The likeliest class; of equals the worse one, so that a tie never reassures.</summary>
    public static int Answer(ReadOnlySpan<double> probabilities)
    {
        int best = 0;
        for (int k = 1; k < probabilities.Length; k++)
        {
            best = probabilities[k] >= probabilities[best] ? k : best;
        }

        return best;
    }
}
