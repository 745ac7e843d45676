using DeepmineSentinel.Learning.Evaluation.Alarms;
using MathNet.Numerics.Distributions;

namespace DeepmineSentinel.Learning.Evaluation.Followed;

/// <summary>What alarms were worth: one alarm is a crossing of the threshold until three days below it.</summary>
/// <param name="Hits">Failures warned of between 30 days and 24 hours ahead.</param>
/// <param name="Misses">Failures that were not, though forecasts were made in that time.</param>
/// <param name="False">Alarms that no failure followed within 30 days.</param>
/// <param name="Open">Alarms of which it is not known yet.</param>
public sealed record AlarmCounts(int Hits, int Misses, int False, int Open)
{
    /// <summary>Fewest failures that the share warned of has an interval for.</summary>
    public const int FewestFailures = 5;

    private const double Tail = 0.025;

    /// <summary>Share of the failures that were warned of; null: there was none.</summary>
    public double? Recall => Hits + Misses == 0 ? null : (double)Hits / (Hits + Misses);

    /// <summary>Its exact 95 % interval (Clopper and Pearson 1934); null: too few failures.</summary>
    public IReadOnlyList<double>? RecallInterval =>
        Hits + Misses < FewestFailures
            ? null
            :
            [
                Hits == 0 ? 0 : Beta.InvCDF(Hits, Misses + 1, Tail),
                Misses == 0 ? 1 : Beta.InvCDF(Hits + 1, Misses, 1 - Tail),
            ];

    internal static AlarmCounts Of(IReadOnlyCollection<AlarmEvent> events) =>
        new(
            events.Count(one => one.Kind == AlarmEventKind.Hit),
            events.Count(one => one.Kind == AlarmEventKind.Miss),
            events.Count(one => one.Kind == AlarmEventKind.False),
            events.Count(one => one.Kind == AlarmEventKind.Open)
        );
}
