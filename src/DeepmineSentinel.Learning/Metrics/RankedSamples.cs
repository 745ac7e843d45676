namespace DeepmineSentinel.Learning.Metrics;

/// <summary>Samples in the order of their scores, sorted once for the areas under the curve of any number of draws.</summary>
public sealed class RankedSamples
{
    private readonly int[] order;
    private readonly bool[] lastOfTie;
    private readonly bool[] happened;

    /// <summary>Sorts.</summary>
    /// <param name="scores">Scores.</param>
    /// <param name="happened">Events.</param>
    public RankedSamples(IReadOnlyList<double> scores, IReadOnlyList<bool> happened)
    {
        double[] keys = [.. scores];
        order = [.. Enumerable.Range(0, keys.Length)];
        Array.Sort(keys, order);
        this.happened = [.. order.Select(i => happened[i])];
        lastOfTie = [.. keys.Select((key, i) => i == keys.Length - 1 || !keys[i + 1].Equals(key))];
    }

    /// <summary>Area under the ROC curve, ties one half; NaN where the event or its absence does not occur.</summary>
    /// <param name="weights">How often each sample counts, in the order given to the constructor.</param>
    public double Auc(ReadOnlySpan<int> weights)
    {
        double won = 0;
        double below = 0;
        double events = 0;
        double tiedEvents = 0;
        double tiedOthers = 0;
        for (int i = 0; i < order.Length; i++)
        {
            int weight = weights[order[i]];
            tiedEvents += happened[i] ? weight : 0;
            tiedOthers += happened[i] ? 0 : weight;
            if (lastOfTie[i])
            {
                won += tiedEvents * (below + (tiedOthers / 2));
                below += tiedOthers;
                events += tiedEvents;
                tiedEvents = 0;
                tiedOthers = 0;
            }
        }

        return events == 0 || below == 0 ? double.NaN : won / (events * below);
    }
}
