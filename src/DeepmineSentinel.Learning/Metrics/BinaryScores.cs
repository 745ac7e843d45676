namespace DeepmineSentinel.Learning.Metrics;

/// <summary>Scores of probabilities or ranks of one event.</summary>
public static class BinaryScores
{
    /// <summary>Mean of -ln of the probability given to what happened; NaN without samples.</summary>
    public static double LogLoss(ReadOnlySpan<double> probabilities, ReadOnlySpan<bool> happened)
    {
        double sum = 0;
        for (int i = 0; i < probabilities.Length; i++)
        {
            sum -= Math.Log(Math.Max(ClassScores.Floor, happened[i] ? probabilities[i] : 1 - probabilities[i]));
        }

        return sum / probabilities.Length;
    }

    /// <summary>Mean squared difference between probability and event, 0 to 1; NaN without samples.</summary>
    public static double Brier(ReadOnlySpan<double> probabilities, ReadOnlySpan<bool> happened)
    {
        double sum = 0;
        for (int i = 0; i < probabilities.Length; i++)
        {
            double difference = probabilities[i] - (happened[i] ? 1 : 0);
            sum += difference * difference;
        }

        return sum / probabilities.Length;
    }

    /// <summary>1 - Brier / Brier of always saying <paramref name="baseRate"/>; NaN where that one is perfect.</summary>
    /// <param name="probabilities">Probabilities.</param>
    /// <param name="happened">Events.</param>
    /// <param name="baseRate">Rate in the training data.</param>
    public static double BrierSkill(ReadOnlySpan<double> probabilities, ReadOnlySpan<bool> happened, double baseRate)
    {
        double[] constant = new double[happened.Length];
        Array.Fill(constant, baseRate);
        double reference = Brier(constant, happened);
        return reference > 0 ? 1 - (Brier(probabilities, happened) / reference) : double.NaN;
    }

    /// <summary>
    /// Area under the ROC curve: the chance that an event ranks above a non-event, ties one half. NaN where one of the two
    /// does not occur.
    /// </summary>
    public static double Auc(ReadOnlySpan<double> scores, ReadOnlySpan<bool> happened)
    {
        int[] order = Ascending(scores);
        double rankSum = 0;
        long events = 0;
        for (int from = 0; from < order.Length; )
        {
            int to = TieEnd(scores, order, from);
            double rank = (from + to + 1) / 2.0;
            for (int i = from; i < to; i++)
            {
                if (happened[order[i]])
                {
                    rankSum += rank;
                    events++;
                }
            }

            from = to;
        }

        long others = order.Length - events;
        return events == 0 || others == 0
            ? double.NaN
            : (rankSum - (events * (events + 1) / 2.0)) / ((double)events * others);
    }

    /// <summary>
    /// Average precision: the precision at each threshold weighted by the recall gained there; equal scores share one
    /// threshold. NaN without events.
    /// </summary>
    public static double AveragePrecision(ReadOnlySpan<double> scores, ReadOnlySpan<bool> happened)
    {
        int[] order = Ascending(scores);
        Array.Reverse(order);
        long hits = 0;
        double sum = 0;
        for (int from = 0; from < order.Length; )
        {
            int to = TieEnd(scores, order, from);
            long gained = 0;
            for (int i = from; i < to; i++)
            {
                gained += happened[order[i]] ? 1 : 0;
            }

            hits += gained;
            sum += (double)gained * hits / to;
            from = to;
        }

        return hits == 0 ? double.NaN : sum / hits;
    }

    private static int[] Ascending(ReadOnlySpan<double> scores)
    {
        double[] keys = scores.ToArray();
        int[] order = [.. Enumerable.Range(0, keys.Length)];
        Array.Sort(keys, order);
        return order;
    }

    private static int TieEnd(ReadOnlySpan<double> scores, int[] order, int from)
    {
        int to = from + 1;
        while (to < order.Length && scores[order[to]].Equals(scores[order[from]]))
        {
            to++;
        }

        return to;
    }
}
