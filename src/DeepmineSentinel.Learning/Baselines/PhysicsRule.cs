using DeepmineSentinel.Core.Monitoring;
using DeepmineSentinel.Core.Predictions;
using DeepmineSentinel.Core.Stopes;

namespace DeepmineSentinel.Learning.Baselines;

/// <summary>
/// The scoring rule of the public prototype (Deepmine-Sentinel-AI), kept as it was: it misses most unstable stopes and is a
/// baseline, not a model.
/// </summary>
public static class PhysicsRule
{
    private const int MostReadings = 50;
    private const int FewestReadings = 5;
    private const double FailureAbove = 0.7;
    private const double UnstableAbove = 0.4;

    /// <summary>Scores a stope.</summary>
    /// <param name="stope">The stope.</param>
    /// <param name="asOf">The moment, UTC; later readings are not looked at. Null: all readings.</param>
    public static PhysicsRuleResult Score(StopeHistory stope, DateTime? asOf)
    {
        double fixedPart = StaticPart(stope.Properties);
        double? readingsPart = ReadingsPart(stope.Readings, asOf);
        double stability = readingsPart is { } part ? (fixedPart + part) / 2 : fixedPart;
        double instability = 1 - stability;
        StabilityClass answer = instability switch
        {
            > FailureAbove => StabilityClass.Failure,
            > UnstableAbove => StabilityClass.Unstable,
            <= UnstableAbove => StabilityClass.Stable,
            _ => StabilityClass.Unknown, // not a number
        };
        return new PhysicsRuleResult(stability, instability, answer, readingsPart is not null);
    }

    private static double StaticPart(StopeProperties stope)
    {
        double support = stope.SupportInstalled ? Math.Min(1, 0.5 + (stope.SupportDensity / 2)) : 0.3;
        double rock = stope.RockType
            is RockType.Granite
                or RockType.Basalt
                or RockType.Marble
                or RockType.Quartzite
                or RockType.Limestone
            ? 0.8
            : 0.6;
        return (0.30 * Math.Min(stope.RqdPercent / 100, 1))
            + (0.25 * Math.Max(0.1, 1 - ((stope.HydraulicRadiusMetres - 5) / 15)))
            + (0.20 * Math.Max(0.1, 1 - ((stope.DepthMetres - 200) / 800)))
            + (0.15 * support)
            + (0.10 * rock);
    }

    private static double? ReadingsPart(IReadOnlyList<Reading> readings, DateTime? asOf)
    {
        int end = readings.Count;
        while (end > 0 && readings[end - 1].Timestamp > asOf)
        {
            end--;
        }

        int start = Math.Max(0, end - MostReadings);
        if (end - start < FewestReadings)
        {
            return null;
        }

        double?[] scores =
        [
            Score(Mean(readings, start, end, 0), (20, 0.3), (10, 0.6)),
            Score(Mean(readings, start, end, 1), (5, 0.2), (2, 0.5)),
            Score(Mean(readings, start, end, 2), (50, 0.3), (30, 0.6)),
        ];
        return scores.Average();
    }

    private static double? Score(
        double? mean,
        (double Above, double Score) worst,
        (double Above, double Score) middle
    ) =>
        mean switch
        {
            null => null,
            _ when mean > worst.Above => worst.Score,
            _ when mean > middle.Above => middle.Score,
            _ => 0.8,
        };

    private static double? Mean(IReadOnlyList<Reading> readings, int start, int end, int channel)
    {
        double sum = 0;
        int count = 0;
        for (int i = start; i < end; i++)
        {
            if (ReadingQuantities.Value(readings[i], channel) is { } value)
            {
                sum += value;
                count++;
            }
        }

        return count == 0 ? null : sum / count;
    }
}
