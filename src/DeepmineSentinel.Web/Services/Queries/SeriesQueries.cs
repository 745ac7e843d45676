using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Monitoring;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Data.Database;
using DeepmineSentinel.Web.Languages;
using DeepmineSentinel.Web.Zones;

namespace DeepmineSentinel.Web.Services.Queries;

/// <summary>Series for charts: thinned so that no extreme is lost, gaps kept as gaps.</summary>
public sealed class SeriesQueries(SentinelDbContext database, StopeQueries stopes, SeriesMarks marks)
{
    public const int FewestPoints = 50;
    public const int MostPoints = 5_000;

    /// <exception cref="SentinelException">There is no such stope, or the range ends before it begins.</exception>
    public async Task<StopeSeries> GetAsync(int id, TimeRange range, int points, CancellationToken cancellationToken)
    {
        if (range.From >= range.To)
        {
            throw new SentinelException(
                FailureKind.InvalidInput,
                "range_order",
                "The range of time ends before it begins."
            );
        }

        (_, Mine mine) = await stopes.GetAsync(id, cancellationToken);
        (List<SeriesPoint> found, long seconds) = await new SeriesRows(database, id).ReadAsync(
            range,
            Math.Clamp(points, FewestPoints, MostPoints),
            cancellationToken
        );
        List<SeriesPoint?> rows = SeriesThinning.WithGaps(found, seconds);
        return new StopeSeries
        {
            StopeId = id,
            Zone = ShownZone.Of(mine.TimeZoneId),
            From = range.From,
            To = range.To,
            Readings = found.Sum(point => (long)point.Readings),
            BucketSeconds = seconds,
            Times = TimesOf(rows),
            Counts = [.. rows.Select(row => row?.Readings)],
            Channels = [.. ReadingQuantities.All.Select((quantity, channel) => Channel(quantity, channel, rows))],
            Events = await marks.ReadAsync(id, range, ShownZone.Of(mine.TimeZoneId), cancellationToken),
        };
    }

    private static List<long> TimesOf(List<SeriesPoint?> rows)
    {
        List<long> times = new(rows.Count);
        for (int i = 0; i < rows.Count; i++)
        {
            times.Add(rows[i]?.Time ?? (rows[i - 1]!.Time + rows[i + 1]!.Time) / 2);
        }

        return times;
    }

    private static SeriesChannel Channel(QuantityRange quantity, int channel, List<SeriesPoint?> rows) =>
        new(
            quantity.Name,
            Texts.Of(quantity.Label),
            quantity.Unit,
            [.. rows.Select(row => row?.Min(channel))],
            [.. rows.Select(row => row?.Max(channel))],
            ExampleThresholds(channel)
        );

    /// <summary>The physics rule's, in the order of the channels; examples, as no universal trigger exists for stopes.</summary>
    private static double[] ExampleThresholds(int channel) =>
        channel switch
        {
            0 => [10, 20],
            1 => [2, 5],
            2 => [30, 50],
            _ => [],
        };
}
