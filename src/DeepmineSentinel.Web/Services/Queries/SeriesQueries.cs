using System.Globalization;
using DeepmineSentinel.Core.Monitoring;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Data.Database;
using DeepmineSentinel.Web.ViewModels;
using Microsoft.EntityFrameworkCore;

namespace DeepmineSentinel.Web.Services.Queries;

/// <summary>Series for charts: thinned inside the database, gaps kept as gaps.</summary>
public sealed class SeriesQueries(SentinelDbContext database, StopeQueries stopes)
{
    public const int FewestPoints = 50;
    public const int MostPoints = 5_000;

    /// <summary>A step this many times the usual one is a gap.</summary>
    private const double GapFactor = 2.5;

    /// <exception cref="Core.Errors.SentinelException">There is no such stope.</exception>
    public async Task<StopeSeries> GetAsync(int id, TimeRange range, int points, CancellationToken cancellationToken)
    {
        (_, Mine mine) = await stopes.GetAsync(id, cancellationToken);
        ReadingSpan span =
            await range
                .Within(database.Readings.Where(row => row.StopeId == id))
                .GroupBy(row => row.StopeId)
                .Select(group => new ReadingSpan(
                    group.Count(),
                    group.Min(row => row.Timestamp),
                    group.Max(row => row.Timestamp)
                ))
                .FirstOrDefaultAsync(cancellationToken)
            ?? new ReadingSpan(0, null, null);
        long bucket = BucketSeconds(span, Math.Clamp(points, FewestPoints, MostPoints));
        List<SeriesPoint?> rows = WithGaps(await PointsAsync(id, span, bucket, cancellationToken));
        return new StopeSeries
        {
            StopeId = id,
            Zone = mine.TimeZoneId,
            From = range.From ?? span.First,
            To = range.To ?? span.Last,
            Readings = span.Count,
            BucketSeconds = bucket,
            Times = TimesOf(rows),
            Channels = [.. ReadingQuantities.All.Select((quantity, channel) => Channel(quantity, channel, rows))],
            Events = await EventsAsync(id, range, mine.TimeZoneId, cancellationToken),
        };
    }

    private async Task<List<SeriesPoint>> PointsAsync(
        int id,
        ReadingSpan span,
        long bucket,
        CancellationToken cancellationToken
    ) =>
        span is { First: { } first, Last: { } last }
            ? await SeriesStatement
                .Of(database, id, (first, last), Math.Max(1, bucket))
                .OrderBy(point => point.Time)
                .ToListAsync(cancellationToken)
            : [];

    private static long BucketSeconds(ReadingSpan span, int points) =>
        span.Count <= points || span.First is not { } first || span.Last is not { } last
            ? 0
            : Math.Max(1, (long)Math.Ceiling((last - first).TotalSeconds / points));

    /// <summary>A null stands between two points that lie further apart than usual.</summary>
    private static List<SeriesPoint?> WithGaps(List<SeriesPoint> points)
    {
        long[] steps = [.. points.Zip(points.Skip(1), (one, next) => next.Time - one.Time).Order()];
        double widest = steps.Length == 0 ? 0 : steps[steps.Length / 2] * GapFactor;
        List<SeriesPoint?> all = new(points.Count);
        foreach (SeriesPoint point in points)
        {
            if (all.Count > 0 && all[^1] is { } before && point.Time - before.Time > widest)
            {
                all.Add(null);
            }

            all.Add(point);
        }

        return all;
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
            quantity.Label,
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

    private async Task<IReadOnlyList<SeriesEvent>> EventsAsync(
        int id,
        TimeRange range,
        string zone,
        CancellationToken cancellationToken
    )
    {
        DateTime from = range.From ?? DateTime.SpecifyKind(DateTime.MinValue, DateTimeKind.Utc);
        DateTime to = range.To ?? DateTime.SpecifyKind(DateTime.MaxValue, DateTimeKind.Utc);
        List<OperationalEvent> events = await database
            .Events.AsNoTracking()
            .Where(row => row.StopeId == id && row.Timestamp >= from && row.Timestamp < to)
            .OrderByDescending(row => row.Timestamp)
            .Take(500)
            .ToListAsync(cancellationToken);
        List<Outcome> outcomes = await database
            .Outcomes.AsNoTracking()
            .Where(row => row.StopeId == id && row.Class != OutcomeClass.Stable)
            .OrderByDescending(row => row.ObservedAt)
            .Take(100)
            .ToListAsync(cancellationToken);
        return
        [
            .. events.Select(row => new SeriesEvent(Seconds(row.Timestamp), Words.Key(row.Type), Describe(row, zone))),
            .. outcomes
                .Where(row => row.EffectiveAt >= from && row.EffectiveAt < to)
                .Select(row => new SeriesEvent(
                    Seconds(row.EffectiveAt),
                    Words.Key(row.Class),
                    $"{Words.Of(row.Class)} observed, {Clock.Local(row.EffectiveAt, zone)}"
                )),
        ];
    }

    private static string Describe(OperationalEvent row, string zone)
    {
        string charge = row.ChargeKilograms is { } kilograms
            ? string.Create(CultureInfo.InvariantCulture, $", {kilograms:0.#} kg")
            : "";
        return $"{Words.Of(row.Type)}{charge}, {Clock.Local(row.Timestamp, zone)}";
    }

    private static long Seconds(DateTime utc) => new DateTimeOffset(utc, TimeSpan.Zero).ToUnixTimeSeconds();
}
