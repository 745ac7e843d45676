using DeepmineSentinel.Learning.Features;

namespace DeepmineSentinel.Learning.Baselines;

/// <summary>Five numbers of each channel of an encoded window.</summary>
internal static class SeriesSummary
{
    private const int Parts = 5;
    private const int Recent = 3;
    private const double SteepestRise = 8;

    /// <summary>Mean, largest, mean of the last three steps, rise over the window, share present; 0 where empty.</summary>
    public static double[] Of(EncodedSample sample, int channels)
    {
        double[] row = new double[Parts * channels];
        for (int channel = 0; channel < channels; channel++)
        {
            Summarise(sample, channel, channels, row.AsSpan(Parts * channel, Parts));
        }

        return row;
    }

    private static void Summarise(EncodedSample sample, int channel, int channels, Span<double> into)
    {
        int steps = sample.Series.Length / channels;
        double count = 0;
        double sum = 0;
        double largest = double.NegativeInfinity;
        double sumTime = 0;
        double sumTimeSquared = 0;
        double sumProduct = 0;
        (double Sum, double Count) recent = default;
        for (int step = 0; step < steps; step++)
        {
            int at = (step * channels) + channel;
            if (sample.Mask[at] == 0)
            {
                continue;
            }

            double value = sample.Series[at];
            double time = (double)step / steps;
            count++;
            sum += value;
            largest = Math.Max(largest, value);
            sumTime += time;
            sumTimeSquared += time * time;
            sumProduct += time * value;
            recent = step >= steps - Recent ? (recent.Sum + value, recent.Count + 1) : recent;
        }

        if (count == 0)
        {
            return;
        }

        double spread = (count * sumTimeSquared) - (sumTime * sumTime);
        into[0] = sum / count;
        into[1] = largest;
        into[2] = recent.Count > 0 ? recent.Sum / recent.Count : sum / count;
        into[3] =
            spread > 1e-9
                ? Math.Clamp(((count * sumProduct) - (sumTime * sum)) / spread, -SteepestRise, SteepestRise)
                : 0;
        into[4] = count / steps;
    }
}
