namespace DeepmineSentinel.Learning.Metrics;

/// <summary>
/// An area under the ROC curve over independent rows (stopes, never windows) with its 99 % interval: the score interval of Newcombe
/// (2006, Statistics in Medicine 25:559-573, method 5) on Hanley and McNeil's variance. It stays wide for few rows where
/// a bootstrap of a perfect ranking has no width at all.
/// </summary>
/// <param name="Auc">Chance that an event ranks above a non-event, 0 to 1.</param>
/// <param name="Lower">Lower end.</param>
/// <param name="Upper">Upper end.</param>
/// <param name="Events">Rows with the event.</param>
/// <param name="Others">Rows without.</param>
public sealed record AucEstimate(double Auc, double Lower, double Upper, int Events, int Others)
{
    private const double Deviations = 2.5758293035489; // of a normal, 99 % two-sided
    private const int Halvings = 60;

    /// <summary>Rows in all.</summary>
    public int Rows => Events + Others;

    /// <summary>The same ranking read from the other end.</summary>
    public AucEstimate Mirrored => new(1 - Auc, 1 - Upper, 1 - Lower, Events, Others);

    /// <summary>Estimates; null: one of the two does not occur.</summary>
    /// <param name="scores">A number a row.</param>
    /// <param name="happened">The event, by row.</param>
    public static AucEstimate? Of(ReadOnlySpan<double> scores, ReadOnlySpan<bool> happened)
    {
        int events = happened.Count(true);
        int others = happened.Length - events;
        double auc = BinaryScores.Auc(scores, happened);
        return double.IsNaN(auc)
            ? null
            : new AucEstimate(auc, Lowest(auc, events, others), 1 - Lowest(1 - auc, events, others), events, others);
    }

    // The lowest true area that does not lie too far below the seen one.
    private static double Lowest(double seen, int events, int others)
    {
        double half = ((events + others) / 2.0) - 1;
        (double far, double near) = (0, seen);
        for (int i = 0; i < Halvings; i++)
        {
            double area = (far + near) / 2;
            double spread = 1 + (half * (((1 - area) / (2 - area)) + (area / (1 + area))));
            double deviation = Math.Sqrt(area * (1 - area) * spread / ((double)events * others));
            bool tooFar = seen - area > Deviations * deviation;
            (far, near) = tooFar ? (area, near) : (far, area);
        }

        return near;
    }
}
