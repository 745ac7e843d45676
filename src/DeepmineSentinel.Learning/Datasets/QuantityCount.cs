using DeepmineSentinel.Core.Monitoring;
using DeepmineSentinel.Core.Stopes;

namespace DeepmineSentinel.Learning.Datasets;

/// <summary>Counts one quantity row by row, so that no copy of the data is made.</summary>
internal sealed class QuantityCount(QuantityRange range)
{
    private long rows;
    private long present;
    private double sum;
    private double smallest = double.PositiveInfinity;
    private double largest = double.NegativeInfinity;

    public static IReadOnlyList<QuantityProfile> OfStopes(IReadOnlyList<StopeHistory> stopes)
    {
        QuantityCount[] counts = [.. StopeQuantities.All.Select(range => new QuantityCount(range))];
        foreach (StopeHistory stope in stopes)
        {
            int position = 0;
            foreach ((_, double? value) in stope.Properties.Quantities())
            {
                counts[position++].Add(value);
            }
        }

        return [.. counts.Select(count => count.ToProfile())];
    }

    public static IReadOnlyList<QuantityProfile> OfReadings(IReadOnlyList<StopeHistory> stopes)
    {
        QuantityCount[] counts = [.. ReadingQuantities.All.Select(range => new QuantityCount(range))];
        foreach (Reading reading in stopes.SelectMany(stope => stope.Readings))
        {
            for (int channel = 0; channel < counts.Length; channel++)
            {
                counts[channel].Add(ReadingQuantities.Value(reading, channel));
            }
        }

        return [.. counts.Select(count => count.ToProfile())];
    }

    private void Add(double? value)
    {
        rows++;
        if (value is { } number)
        {
            present++;
            sum += number;
            smallest = Math.Min(smallest, number);
            largest = Math.Max(largest, number);
        }
    }

    private QuantityProfile ToProfile() =>
        new(range.Name, range.Unit, present, rows == 0 ? 1 : 1 - ((double)present / rows))
        {
            Minimum = present > 0 ? smallest : null,
            Mean = present > 0 ? sum / present : null,
            Maximum = present > 0 ? largest : null,
        };
}
