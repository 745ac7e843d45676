using DeepmineSentinel.Core.Predictions;

namespace DeepmineSentinel.Core.Monitoring;

/// <summary>
/// Grades the readings of a window: completeness .30, consistency .30, validity .25, timeliness .15; A from .9, B from .8,
/// C from .7, D from .6, else F.
/// </summary>
public static class DataQuality
{
    /// <summary>As many equal values in a row are a stuck sensor.</summary>
    public const int StuckRun = 5;

    /// <summary>A change this many times the channel's median change is a jump.</summary>
    public const double JumpFactor = 10;

    /// <summary>Grades a window.</summary>
    /// <param name="readings">Readings of a stope in order of time.</param>
    /// <param name="asOf">End of the window, UTC; later readings are not looked at.</param>
    /// <param name="now">The moment that the newest reading's age is taken at, UTC.</param>
    /// <param name="options">Window, step and age.</param>
    public static DataQualityGrade Grade(
        IReadOnlyList<Reading> readings,
        DateTime asOf,
        DateTime now,
        DataQualityOptions options
    )
    {
        Reading[] seen = [.. readings.Where(r => r.Timestamp > asOf - options.Window && r.Timestamp <= asOf)];
        if (seen.Length == 0)
        {
            return Of(0, 0, 0, 0);
        }

        int channels = ReadingQuantities.All.Count;
        double expected = Math.Max(1, options.Window / options.Step) * channels;
        double filled = 0;
        double values = 0;
        double valid = 0;
        double consistent = 0;
        for (int channel = 0; channel < channels; channel++)
        {
            filled += FilledSteps(seen, channel, asOf, options);
            double[] series = Series(seen, channel);
            values += series.Length;
            valid += series.Count(ReadingQuantities.All[channel].Contains);
            consistent += series.Length - Suspicious(series);
        }

        return values == 0
            ? Of(0, 0, 0, 0)
            : Of(
                Math.Min(1, filled / expected),
                consistent / values,
                valid / values,
                Timeliness(now - seen[^1].Timestamp, options)
            );
    }

    private static DataQualityGrade Of(double completeness, double consistency, double validity, double timeliness)
    {
        double score = (0.30 * completeness) + (0.30 * consistency) + (0.25 * validity) + (0.15 * timeliness);
        return new DataQualityGrade
        {
            // Sums of the weights that should be exactly a bound may miss it by a rounding.
            Grade = Math.Round(score, 9) switch
            {
                >= 0.9 => "A",
                >= 0.8 => "B",
                >= 0.7 => "C",
                >= 0.6 => "D",
                _ => "F",
            },
            Score = score,
            Completeness = completeness,
            Consistency = consistency,
            Validity = validity,
            Timeliness = timeliness,
        };
    }

    private static double[] Series(Reading[] readings, int channel) =>
        [.. readings.Select(r => ReadingQuantities.Value(r, channel)).OfType<double>()];

    // Several readings in one step fill it once.
    private static int FilledSteps(Reading[] readings, int channel, DateTime asOf, DataQualityOptions options) =>
        readings
            .Where(r => ReadingQuantities.Value(r, channel) is not null)
            .Select(r => (long)((asOf - r.Timestamp) / options.Step))
            .Distinct()
            .Count();

    private static int Suspicious(double[] values)
    {
        double[] changes = [.. values.Zip(values.Skip(1), (before, after) => Math.Abs(after - before))];
        double[] moving = [.. changes.Where(change => change > 0).Order()];
        double jump = moving.Length > 0 ? JumpFactor * moving[moving.Length / 2] : double.PositiveInfinity;
        bool[] marked = new bool[values.Length];
        int run = 1;
        for (int i = 1; i < values.Length; i++)
        {
            marked[i] = changes[i - 1] > jump;
            run = changes[i - 1] == 0 ? run + 1 : 1;
            if (run >= StuckRun)
            {
                Array.Fill(marked, true, i - run + 1, run);
            }
        }

        return marked.Count(mark => mark);
    }

    // 1 up to one step of age, then in a straight line to 0.
    private static double Timeliness(TimeSpan age, DataQualityOptions options) =>
        age <= options.Step ? 1
        : age >= options.StaleAfter ? 0
        : (options.StaleAfter - age) / (options.StaleAfter - options.Step);
}
