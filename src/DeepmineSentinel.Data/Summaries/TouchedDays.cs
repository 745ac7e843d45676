using DeepmineSentinel.Core.Monitoring;

namespace DeepmineSentinel.Data.Summaries;

/// <summary>The days of stopes whose readings were written, so that their summaries are made again before the commit.</summary>
public sealed class TouchedDays
{
    private readonly Dictionary<int, HashSet<int>> days = [];

    /// <summary>Notes that readings were added, changed or removed.</summary>
    /// <param name="readings">Each with its stope.</param>
    public void Add(IEnumerable<Reading> readings)
    {
        ArgumentNullException.ThrowIfNull(readings);
        foreach (Reading reading in readings)
        {
            if (!days.TryGetValue(reading.StopeId, out HashSet<int>? known))
            {
                days[reading.StopeId] = known = [];
            }

            known.Add((int)(reading.Timestamp.Ticks / TimeSpan.TicksPerDay));
        }
    }

    /// <summary>The days as few spans, those of a stope side by side.</summary>
    internal IEnumerable<DaySpan> Spans()
    {
        foreach ((int stope, HashSet<int> known) in days)
        {
            int[] sorted = [.. known.Order()];
            int first = 0;
            for (int i = 1; i <= sorted.Length; i++)
            {
                if (i == sorted.Length || sorted[i] != sorted[i - 1] + 1)
                {
                    yield return new DaySpan(stope, Text(sorted[first]), Text(sorted[i - 1] + 1));
                    first = i;
                }
            }
        }
    }

    private static string Text(int day) => DaySpan.Text(new DateTime(day * TimeSpan.TicksPerDay));
}
