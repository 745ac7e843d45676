using System.Runtime.InteropServices;
using DeepmineSentinel.Core.Monitoring;
using DeepmineSentinel.Core.Stopes;

namespace DeepmineSentinel.Learning.Datasets;

/// <summary>
/// Finds one stope under several names by equal series (docs/decisions/093). Dates may be shifted; the order and every number must
/// be the same. A series that hardly moves could be equal by chance and is left alone.
/// </summary>
internal static class DuplicateSeries
{
    private const int FewestReadings = 10;
    private const int FewestNumbers = 10;

    public static IReadOnlyList<DuplicateStopes> Find(IReadOnlyList<StopeHistory> stopes, LabelScheme scheme)
    {
        double[]?[] series = [.. stopes.Select(NumbersOf)];
        return
        [
            .. Enumerable
                .Range(0, stopes.Count)
                .Where(i => series[i] is not null)
                .GroupBy(i => series[i]!, SameNumbers.Comparer)
                .Where(group => group.Count() > 1)
                .Select(group => Judge([.. group], stopes, scheme)),
        ];
    }

    private static DuplicateStopes Judge(int[] same, IReadOnlyList<StopeHistory> stopes, LabelScheme scheme)
    {
        (int Stope, int Label)[] labelled =
        [
            .. same.Select(i => (i, LabelOf(stopes[i], scheme))).Where(one => one.Item2 != Sample.NoLabel),
        ];
        bool agree = labelled.Select(one => one.Label).Distinct().Count() <= 1;
        int? kept = labelled.Length > 0 ? labelled[0].Stope : same[0];
        return new DuplicateStopes(same, agree ? kept : null);
    }

    private static int LabelOf(StopeHistory stope, LabelScheme scheme) =>
        scheme == LabelScheme.Dated
            ? stope.Outcomes.Select(outcome => (int)outcome.Class).DefaultIfEmpty(Sample.NoLabel).Max()
        : stope.UndatedStability is { } stable ? (stable ? 0 : 1)
        : Sample.NoLabel;

    // Row by row: the time since the first reading, then every channel, NaN where missing. Null: too little to tell by.
    private static double[]? NumbersOf(StopeHistory stope)
    {
        if (stope.Readings.Count < FewestReadings)
        {
            return null;
        }

        int channels = ReadingQuantities.All.Count;
        double[] numbers = new double[stope.Readings.Count * (channels + 1)];
        HashSet<double> distinct = [];
        int at = 0;
        foreach (Reading reading in stope.Readings)
        {
            numbers[at++] = (reading.Timestamp - stope.Readings[0].Timestamp).TotalSeconds;
            for (int channel = 0; channel < channels; channel++)
            {
                double? value = ReadingQuantities.Value(reading, channel);
                numbers[at++] = value ?? double.NaN;
                if (value is { } seen && distinct.Count < FewestNumbers)
                {
                    distinct.Add(seen);
                }
            }
        }

        return distinct.Count < FewestNumbers ? null : numbers;
    }

    private sealed class SameNumbers : IEqualityComparer<double[]>
    {
        public static readonly SameNumbers Comparer = new();

        public bool Equals(double[]? one, double[]? other) => one.AsSpan().SequenceEqual(other);

        public int GetHashCode(double[] numbers)
        {
            HashCode hash = new();
            hash.AddBytes(MemoryMarshal.AsBytes(numbers.AsSpan()));
            return hash.ToHashCode();
        }
    }
}
