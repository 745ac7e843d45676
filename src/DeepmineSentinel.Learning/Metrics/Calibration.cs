using DeepmineSentinel.Learning.Datasets;

namespace DeepmineSentinel.Learning.Metrics;

/// <summary>Whether what is said to happen with probability p happens p of the time.</summary>
public static class Calibration
{
    /// <summary>Bins of equal width.</summary>
    public const int Bins = 15;

    /// <summary>
    /// Expected calibration error: over 15 bins of equal width, the distance between mean probability and share that
    /// happened, weighted by the bin's samples. NaN without samples.
    /// </summary>
    public static double ExpectedError(ReadOnlySpan<double> probabilities, ReadOnlySpan<bool> happened)
    {
        Span<double> difference = stackalloc double[Bins];
        for (int i = 0; i < probabilities.Length; i++)
        {
            difference[BinOf(probabilities[i])] += probabilities[i] - (happened[i] ? 1 : 0);
        }

        double sum = 0;
        foreach (double bin in difference)
        {
            sum += Math.Abs(bin);
        }

        return sum / probabilities.Length;
    }

    /// <summary>The curve behind the error: one point a bin that has samples.</summary>
    public static IReadOnlyList<CalibrationPoint> Curve(ReadOnlySpan<double> probabilities, ReadOnlySpan<bool> happened)
    {
        double[] sums = new double[Bins];
        int[] events = new int[Bins];
        int[] counts = new int[Bins];
        for (int i = 0; i < probabilities.Length; i++)
        {
            int bin = BinOf(probabilities[i]);
            sums[bin] += probabilities[i];
            events[bin] += happened[i] ? 1 : 0;
            counts[bin]++;
        }

        return
        [
            .. Enumerable
                .Range(0, Bins)
                .Where(bin => counts[bin] > 0)
                .Select(bin => new CalibrationPoint(
                    sums[bin] / counts[bin],
                    (double)events[bin] / counts[bin],
                    counts[bin]
                )),
        ];
    }

    /// <summary>
    /// The 95 % point of the error that a perfectly calibrated forecaster with the same probabilities would show, from
    /// drawn events: an error below it proves nothing against the forecaster.
    /// </summary>
    /// <param name="probabilities">Probabilities.</param>
    /// <param name="seed">Seed of the draws.</param>
    /// <param name="draws">Number of draws.</param>
    public static double PerfectPoint(ReadOnlySpan<double> probabilities, long seed, int draws = 1_000)
    {
        double[] errors = new double[draws];
        bool[] happened = new bool[probabilities.Length];
        for (int draw = 0; draw < draws; draw++)
        {
            SeededNumbers numbers = new(seed, "calibration", draw);
            for (int i = 0; i < happened.Length; i++)
            {
                happened[i] = numbers.NextDouble() < probabilities[i];
            }

            errors[draw] = ExpectedError(probabilities, happened);
        }

        return Quantile.Of(errors, 0.95);
    }

    private static int BinOf(double probability) => Math.Clamp((int)(probability * Bins), 0, Bins - 1);
}
