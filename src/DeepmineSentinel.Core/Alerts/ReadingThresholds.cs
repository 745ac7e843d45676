using System.Globalization;
using DeepmineSentinel.Core.Monitoring;
using DeepmineSentinel.Core.Stopes;

namespace DeepmineSentinel.Core.Alerts;

/// <summary>All thresholds on readings.</summary>
/// <param name="rows">Rows without problems.</param>
/// <param name="hysteresis">Share of a threshold by which a value must fall before it speaks for a lower level: 0 to 0.9.</param>
public sealed class ReadingThresholds(IReadOnlyList<ReadingThreshold> rows, double hysteresis)
{
    /// <summary>
    /// The examples: deformation as the physics rule has it. A blast alone passes the rule's threshold on vibration, and stress is
    /// a matter of depth: as alarms those would be noise, so no example stands there.
    /// </summary>
    public static IReadOnlyList<ReadingThreshold> Examples { get; } =
    [
        new()
        {
            Channel = ReadingQuantities.Deformation.Name,
            WindowHours = 24,
            Abnormal = 2,
            VeryAbnormal = 5,
            IsExample = true,
        },
    ];

    /// <summary>The longest window of any row.</summary>
    public TimeSpan LongestWindow => rows.Select(row => row.Window).DefaultIfEmpty(TimeSpan.Zero).Max();

    /// <summary>The rows that count for a stope.</summary>
    public IReadOnlyList<ReadingThreshold> For(string mine, string stope) =>
        [
            .. rows.Where(row => row.Fits(mine, stope))
                .GroupBy(row => (row.Channel, row.Measure, row.WindowHours))
                .Select(same => same.MaxBy(row => row.Rank)!),
        ];

    /// <summary>What a stope's readings give, one a channel that has thresholds.</summary>
    /// <param name="mine">Name of the mine.</param>
    /// <param name="stope">Name of the stope.</param>
    /// <param name="readings">Its readings in order of time, the longest window or more; empty: nothing is known.</param>
    public IReadOnlyList<AlertEvidence> Evidence(string mine, string stope, IReadOnlyList<Reading> readings) =>
        [
            .. For(mine, stope)
                .GroupBy(row => row.Channel)
                .Select(channel =>
                    channel.Select(row => Of(row, readings)).MaxBy(found => (found.Level, found.HoldLevel))!
                ),
        ];

    private AlertEvidence Of(ReadingThreshold row, IReadOnlyList<Reading> readings)
    {
        AlertCause cause = AlertCause.Readings(row.Channel);
        if (readings.Count == 0 || Measured(row, readings) is not { } measured)
        {
            return AlertEvidence.None(cause, $"{row.Quantity!.Label}: not measured.");
        }

        AlertLevel level = row.LevelOf(measured);
        return new AlertEvidence(
            cause,
            level,
            row.LevelOf(measured, 1 - hysteresis),
            Sentence(row, measured, level),
            readings[^1].Timestamp
        );
    }

    private static double? Measured(ReadingThreshold row, IReadOnlyList<Reading> readings)
    {
        int channel = ReadingQuantities.All.ToList().IndexOf(row.Quantity!);
        DateTime asOf = readings[^1].Timestamp;
        return row.Measure == ThresholdMeasure.RatePerDay
            ? WindowRates.Of(readings, channel, asOf).First(rate => rate.Window == row.Window).PerDay
            : readings
                .Where(reading => reading.Timestamp > asOf - row.Window)
                .Max(reading => ReadingQuantities.Value(reading, channel));
    }

    private static string Sentence(ReadingThreshold row, double measured, AlertLevel level)
    {
        QuantityRange quantity = row.Quantity!;
        string value = measured.ToString("0.###", CultureInfo.InvariantCulture);
        string hours = row.WindowHours.ToString(CultureInfo.InvariantCulture);
        return row.Measure == ThresholdMeasure.Value
            ? $"{quantity.Label} up to {value} {quantity.Unit} within {hours} h, {Against(row, level)}."
            : $"{quantity.Label} rising by {value} {quantity.Unit} a day within {hours} h, {Against(row, level)}.";
    }

    private static string Against(ReadingThreshold row, AlertLevel level)
    {
        bool reached = level > AlertLevel.Normal;
        double against = (reached ? row.Set.LastOrDefault(pair => pair.Level <= level) : row.Set.First()).Threshold;
        string threshold = against.ToString("0.###", CultureInfo.InvariantCulture);
        return (reached, row.IsExample) switch
        {
            (true, true) => $"at or above the example threshold of {threshold}",
            (true, false) => $"at or above the threshold of {threshold}",
            (false, true) => $"below the example threshold of {threshold}",
            (false, false) => $"below the threshold of {threshold}",
        };
    }
}
