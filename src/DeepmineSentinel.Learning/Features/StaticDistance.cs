namespace DeepmineSentinel.Learning.Features;

/// <summary>Euclidean distances between encoded statics.</summary>
internal static class StaticDistance
{
    private const double Percentile = 0.99;
    private const int MostKept = 2_000;

    /// <summary>The stopes that distances are measured to: all, or 2,000 evenly spread ones of a very large mine.</summary>
    public static float[][] Kept(float[][] statics)
    {
        int count = Math.Min(statics.Length, MostKept);
        return [.. Enumerable.Range(0, count).Select(i => statics[(int)((long)i * statics.Length / count)])];
    }

    /// <summary>Distance to the nearest training stope; infinite without any.</summary>
    public static double ToNearest(float[][] training, ReadOnlySpan<float> row, int except)
    {
        double nearest = double.PositiveInfinity;
        for (int i = 0; i < training.Length; i++)
        {
            if (i != except)
            {
                nearest = Math.Min(nearest, Squared(training[i], row));
            }
        }

        return Math.Sqrt(nearest);
    }

    /// <summary>99th percentile of each stope's distance to the nearest other; 0 below two stopes.</summary>
    public static double LeaveOneOutLimit(float[][] statics)
    {
        if (statics.Length < 2)
        {
            return 0;
        }

        double[] nearest = new double[statics.Length];
        for (int i = 0; i < nearest.Length; i++)
        {
            nearest[i] = ToNearest(statics, statics[i], i);
        }

        Array.Sort(nearest);
        double place = Percentile * (nearest.Length - 1);
        int below = (int)place;
        int above = Math.Min(below + 1, nearest.Length - 1);
        return nearest[below] + ((place - below) * (nearest[above] - nearest[below]));
    }

    private static double Squared(ReadOnlySpan<float> one, ReadOnlySpan<float> other)
    {
        double sum = 0;
        for (int i = 0; i < other.Length; i++)
        {
            double difference = one[i] - other[i];
            sum += difference * difference;
        }

        return sum;
    }
}
