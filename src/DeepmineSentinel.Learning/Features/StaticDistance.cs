namespace DeepmineSentinel.Learning.Features;

/// <summary>Euclidean distances between encoded statics.</summary>
internal static class StaticDistance
{
    private const double Percentile = 0.99;

    /// <summary>Distance to the nearest training stope; infinite without any.</summary>
    public static double ToNearest(IReadOnlyList<IReadOnlyList<float>> training, ReadOnlySpan<float> row, int except)
    {
        double nearest = double.PositiveInfinity;
        for (int i = 0; i < training.Count; i++)
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

    private static double Squared(IReadOnlyList<float> one, ReadOnlySpan<float> other)
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
