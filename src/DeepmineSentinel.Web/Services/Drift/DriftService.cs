using System.Collections.Concurrent;
using DeepmineSentinel.Core.Monitoring;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Data.Database;
using DeepmineSentinel.Learning.Evaluation.Drift;
using Microsoft.EntityFrameworkCore;

namespace DeepmineSentinel.Web.Services.Drift;

/// <summary>
/// Compares what stopes were like when a version was trained with what they are like now: the means of their channels over the 30
/// days before its training and over the newest 30 days, and the rock and geometry of stopes that came since with those before. What
/// was found is kept for an hour.
/// </summary>
public sealed class DriftService(IDbContextFactory<SentinelDbContext> contexts, TimeProvider clock)
{
    private static readonly TimeSpan Span = TimeSpan.FromDays(30);
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);
    private readonly ConcurrentDictionary<string, (DateTimeOffset At, DriftReport Report)> found = new(
        StringComparer.Ordinal
    );

    /// <summary>Drift since a version was trained.</summary>
    /// <param name="runId">The version.</param>
    /// <param name="trainedAt">End of its training, UTC.</param>
    /// <param name="synthetic">Whether it learnt from generated mines: it is compared on mines of its kind alone.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<DriftReport> OfAsync(
        string runId,
        DateTime trainedAt,
        bool synthetic,
        CancellationToken cancellationToken
    )
    {
        DateTimeOffset now = clock.GetUtcNow();
        if (found.TryGetValue(runId, out var known) && now - known.At < Kept)
        {
            return known.Report;
        }

        await using SentinelDbContext context = await contexts.CreateDbContextAsync(cancellationToken);
        List<Stope> stopes = await context
            .Stopes.AsNoTracking()
            .Where(stope =>
                stope.ArchivedAt == null
                && context.Mines.Any(mine => mine.Id == stope.MineId && mine.IsSynthetic == synthetic)
            )
            .ToListAsync(cancellationToken);
        (DriftResult? channels, string note) = await ChannelsAsync(context, stopes, trainedAt, cancellationToken);
        DriftReport report = new(channels, note, await Task.Run(() => StaticsOf(stopes, trainedAt), cancellationToken));
        found[runId] = (now, report);
        return report;
    }

    private static async Task<(DriftResult? Result, string Note)> ChannelsAsync(
        SentinelDbContext context,
        List<Stope> stopes,
        DateTime trainedAt,
        CancellationToken cancellationToken
    )
    {
        HashSet<int> active = [.. stopes.Select(stope => stope.Id)];
        DateTime? before = await context
            .Readings.Where(reading => reading.Timestamp <= trainedAt)
            .MaxAsync(reading => (DateTime?)reading.Timestamp, cancellationToken);
        DateTime? newest = await context.Readings.MaxAsync(reading => (DateTime?)reading.Timestamp, cancellationToken);
        if (before is not { } end || newest is not { } last)
        {
            return (null, "No readings from before its training are stored.");
        }

        if (last - Span < end)
        {
            return (null, $"Too early: readings of {Span.TotalDays:0} days after its training are needed.");
        }

        Dictionary<int, double?[]> old = await MeansAsync(context, end, cancellationToken);
        Dictionary<int, double?[]> recent = await MeansAsync(context, last, cancellationToken);
        int[] both = [.. active.Where(id => old.ContainsKey(id) && recent.ContainsKey(id)).Order()];
        DriftInput[] inputs =
        [
            .. ReadingQuantities.All.Select(
                (channel, i) =>
                    new DriftInput(
                        channel.Name,
                        channel.Unit,
                        [.. both.Select(id => old[id][i] ?? double.NaN)],
                        [.. both.Select(id => recent[id][i] ?? double.NaN)]
                    )
            ),
        ];
        return (
            await Task.Run(() => DriftTest.Paired(inputs), cancellationToken),
            FormattableString.Invariant(
                $"Means of the 30 days to {end:yyyy-MM-dd} against those to {last:yyyy-MM-dd}, of stopes with readings in both."
            )
        );
    }

    private static async Task<Dictionary<int, double?[]>> MeansAsync(
        SentinelDbContext context,
        DateTime end,
        CancellationToken cancellationToken
    )
    {
        DateTime start = end - Span;
        var means = await context
            .Readings.Where(reading => reading.Timestamp > start && reading.Timestamp <= end)
            .GroupBy(reading => reading.StopeId)
            .Select(stope => new
            {
                stope.Key,
                Vibration = stope.Average(reading => reading.VibrationVelocityMmPerSecond),
                Deformation = stope.Average(reading => reading.DeformationRateMmPerDay),
                Stress = stope.Average(reading => reading.StressMegapascals),
                Temperature = stope.Average(reading => reading.TemperatureCelsius),
                Humidity = stope.Average(reading => reading.HumidityPercent),
            })
            .ToListAsync(cancellationToken);
        return means.ToDictionary(
            row => row.Key,
            row => new[] { row.Vibration, row.Deformation, row.Stress, row.Temperature, row.Humidity }
        );
    }

    private static DriftResult StaticsOf(List<Stope> stopes, DateTime trainedAt)
    {
        Stope[] old = [.. stopes.Where(stope => stope.CreatedAt <= trainedAt)];
        Stope[] added = [.. stopes.Where(stope => stope.CreatedAt > trainedAt)];
        return DriftTest.Groups([
            .. StopeQuantities.All.Select(
                (quantity, i) => new DriftInput(quantity.Name, quantity.Unit, Values(old, i), Values(added, i))
            ),
        ]);
    }

    private static double[] Values(Stope[] stopes, int quantity) =>
        [.. stopes.Select(stope => stope.Properties.Quantities().ElementAt(quantity).Value ?? double.NaN)];
}
