using DeepmineSentinel.Core.Monitoring;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Learning.Datasets;

namespace DeepmineSentinel.Learning.Features;

/// <summary>
/// A stope's readings resampled to steps, once for all its windows: the mean of a step, of vibration the maximum.
/// Values are in the units of files, neither transformed nor standardised.
/// </summary>
internal sealed class ReadingGrid
{
    public const int Channels = 5;
    private const int VibrationChannel = 0;
    private readonly IReadOnlyList<Reading> readings;
    private readonly WindowOptions window;
    private readonly double[] cells;
    private readonly int[] firstReading;

    public ReadingGrid(StopeHistory stope, WindowOptions window)
    {
        this.window = window;
        readings = stope.Readings;
        if (readings.Count == 0)
        {
            (cells, firstReading) = ([], [0]);
            return;
        }

        FirstStep = window.StepOf(readings[0].Timestamp);
        Steps = window.StepOf(readings[^1].Timestamp) - FirstStep + 1;
        cells = new double[Steps * Channels];
        firstReading = new int[Steps + 1];
        Fill();
    }

    /// <summary>The step of the first reading.</summary>
    public int FirstStep { get; }

    /// <summary>Steps from the first reading's to the last's.</summary>
    public int Steps { get; }

    /// <summary>The newest reading; null without any.</summary>
    public DateTime? Newest => readings.Count > 0 ? readings[^1].Timestamp : null;

    /// <summary>
    /// Writes one step's values, NaN where there is none; of the step that holds <paramref name="asOf"/> only
    /// readings up to that moment count.
    /// </summary>
    public void Read(int step, DateTime asOf, Span<double> into)
    {
        int row = step - FirstStep;
        if (row < 0 || row >= Steps)
        {
            into.Fill(double.NaN);
            return;
        }

        int last = firstReading[row + 1];
        if (last > firstReading[row] && readings[last - 1].Timestamp > asOf)
        {
            Resample(firstReading[row], last, asOf, into);
            return;
        }

        cells.AsSpan(row * Channels, Channels).CopyTo(into);
    }

    private void Fill()
    {
        int next = 0;
        for (int row = 0; row < Steps; row++)
        {
            firstReading[row] = next;
            while (next < readings.Count && window.StepOf(readings[next].Timestamp) == FirstStep + row)
            {
                next++;
            }

            Resample(firstReading[row], next, DateTime.MaxValue, cells.AsSpan(row * Channels, Channels));
        }

        firstReading[Steps] = next;
    }

    private void Resample(int from, int to, DateTime asOf, Span<double> into)
    {
        Span<double> sums = stackalloc double[Channels];
        Span<int> counts = stackalloc int[Channels];
        for (int i = from; i < to && readings[i].Timestamp <= asOf; i++)
        {
            for (int channel = 0; channel < Channels; channel++)
            {
                if (ReadingQuantities.Value(readings[i], channel) is not { } value)
                {
                    continue;
                }

                bool first = counts[channel]++ == 0;
                sums[channel] =
                    channel != VibrationChannel ? sums[channel] + value
                    : first ? value
                    : Math.Max(sums[channel], value);
            }
        }

        for (int channel = 0; channel < Channels; channel++)
        {
            double value = channel == VibrationChannel ? sums[channel] : sums[channel] / counts[channel];
            into[channel] = counts[channel] == 0 ? double.NaN : value;
        }
    }
}
