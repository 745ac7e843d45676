using DeepmineSentinel.Core.Monitoring;
using DeepmineSentinel.Data.Database;
using DeepmineSentinel.Data.Summaries;
using Microsoft.EntityFrameworkCore;

namespace DeepmineSentinel.Web.Services.Queries;

/// <summary>Where the points of a chart come from: days, hours, or, over short spans, the readings themselves.</summary>
internal sealed class SeriesRows(SentinelDbContext database, int stopeId)
{
    /// <summary>More readings than this are not grouped for one chart where hours do as well.</summary>
    private const int MostGrouped = 20_000;

    /// <summary>So few hours would draw a chart of steps.</summary>
    private const int FewestHours = 100;

    /// <summary>Points of a range, thinned to about as many as wanted; the first and last bucket are whole.</summary>
    public async Task<(List<SeriesPoint> Points, long Seconds)> ReadAsync(
        TimeRange range,
        int points,
        CancellationToken cancellationToken
    )
    {
        if (await WithinDataAsync(range, cancellationToken) is not { From: { } from, To: { } to })
        {
            return ([], 0);
        }

        long seconds = SeriesSteps.Of(to - from, points);
        List<ReadingSummary> days = await DaysAsync(
            SeriesSteps.Floor(from, Math.Max(seconds, SeriesSteps.Day)),
            SeriesSteps.Ceiling(to, Math.Max(seconds, SeriesSteps.Day)),
            cancellationToken
        );
        double expected = days.Sum(day => day.Readings * Share(day, from, to));
        if (expected <= points)
        {
            return (await GroupedAsync(from, to, 1, cancellationToken), 0);
        }

        if (seconds < SeriesSteps.Hour && expected > MostGrouped && (to - from).TotalHours >= FewestHours)
        {
            seconds = SeriesSteps.Hour;
        }

        if (seconds >= SeriesSteps.Day)
        {
            return (SeriesThinning.Join(days.Select(SeriesPoint.Of), seconds), seconds);
        }

        (from, to) = (SeriesSteps.Floor(from, seconds), SeriesSteps.Ceiling(to, seconds));
        return seconds < SeriesSteps.Hour
            ? (await GroupedAsync(from, to, seconds, cancellationToken), seconds)
            : (await HoursAsync(from, to, seconds, cancellationToken), seconds);
    }

    // No chart is wider than its data, however wide the range that was asked for.
    private async Task<TimeRange?> WithinDataAsync(TimeRange range, CancellationToken cancellationToken)
    {
        var days = await Days()
            .GroupBy(day => day.StopeId)
            .Select(all => new { First = all.Min(day => day.Start), Last = all.Max(day => day.Start) })
            .FirstOrDefaultAsync(cancellationToken);
        if (days is null)
        {
            return null;
        }

        DateTime end = days.Last.AddDays(1);
        DateTime from = range.From is { } asked && asked > days.First ? asked : days.First;
        DateTime to = range.To is { } until && until < end ? until : end;
        return from < to ? new TimeRange(from, to) : null;
    }

    private IQueryable<ReadingSummary> Days() =>
        database
            .ReadingSummaries.AsNoTracking()
            .Where(row => row.StopeId == stopeId && row.Hours == ReadingSummary.Day);

    private Task<List<ReadingSummary>> DaysAsync(DateTime from, DateTime to, CancellationToken cancellationToken) =>
        Days()
            .Where(row => row.Start >= from && row.Start < to)
            .OrderBy(row => row.Start)
            .ToListAsync(cancellationToken);

    private async Task<List<SeriesPoint>> HoursAsync(
        DateTime from,
        DateTime to,
        long seconds,
        CancellationToken cancellationToken
    )
    {
        List<ReadingSummary> rows = await SeriesSummaries
            .Hours(database, stopeId, (from, to))
            .ToListAsync(cancellationToken);
        return SeriesThinning.Join(rows.Select(SeriesPoint.Of).OrderBy(point => point.Time), seconds);
    }

    private Task<List<SeriesPoint>> GroupedAsync(
        DateTime from,
        DateTime to,
        long seconds,
        CancellationToken cancellationToken
    ) =>
        SeriesStatement
            .Of(database, stopeId, (from, to), seconds)
            .OrderBy(point => point.Time)
            .ToListAsync(cancellationToken);

    private static double Share(ReadingSummary day, DateTime from, DateTime to)
    {
        DateTime end = day.Start.AddDays(1);
        TimeSpan inside = (to < end ? to : end) - (from > day.Start ? from : day.Start);
        return Math.Max(0, inside.TotalDays);
    }
}
