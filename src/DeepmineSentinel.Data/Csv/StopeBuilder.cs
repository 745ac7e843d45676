using DeepmineSentinel.Core.Monitoring;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Data.Csv.Rows;

namespace DeepmineSentinel.Data.Csv;

/// <summary>Gathers what the files say of one stope.</summary>
internal sealed class StopeBuilder(StopeRow row)
{
    private readonly List<Reading> readings = [];
    private readonly List<OperationalEvent> events = [];
    private readonly List<Outcome> outcomes = [];
    private readonly HashSet<DateTime> readingTimes = [];
    private readonly HashSet<OperationalEvent> eventKeys = [];
    private readonly HashSet<DateTime> outcomeTimes = [];

    public bool Add(Reading reading)
    {
        readings.Add(reading);
        return readingTimes.Add(reading.Timestamp);
    }

    public bool Add(OperationalEvent happening)
    {
        events.Add(happening);
        return eventKeys.Add(happening);
    }

    public bool Add(Outcome outcome)
    {
        outcomes.Add(outcome);
        return outcomeTimes.Add(outcome.ObservedAt);
    }

    public StopeHistory Build() =>
        new()
        {
            Mine = row.Mine,
            Name = row.Name,
            IsSynthetic = row.Synthetic ?? false,
            Properties = row.Properties,
            UndatedStability = row.UndatedStability,
            Readings = [.. readings.OrderBy(reading => reading.Timestamp)],
            Events = [.. events.OrderBy(happening => happening.Timestamp)],
            Outcomes = [.. outcomes.OrderBy(outcome => outcome.ObservedAt)],
        };
}
