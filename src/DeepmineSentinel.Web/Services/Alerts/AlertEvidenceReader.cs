using DeepmineSentinel.Core.Monitoring;
using DeepmineSentinel.Data.Database;
using DeepmineSentinel.Web.Services.Queries;
using Microsoft.EntityFrameworkCore;

namespace DeepmineSentinel.Web.Services.Alerts;

/// <summary>Reads what alerts look at: the latest prediction, the newest readings, and when each channel was last heard.</summary>
public sealed class AlertEvidenceReader(
    IDbContextFactory<SentinelDbContext> contexts,
    AlertJudgement judgement,
    TimeProvider clock
)
{
    public TimeSpan StaleAfter => judgement.StaleAfter;

    /// <summary>Days in which a channel must have been heard to be missed.</summary>
    public const int LookBackDays = 14;

    /// <summary>What is known now of some stopes; those that are gone are left out.</summary>
    public async Task<IReadOnlyList<WatchedStope>> ReadAsync(
        IReadOnlyCollection<int> stopeIds,
        CancellationToken cancellationToken
    )
    {
        await using SentinelDbContext context = await contexts.CreateDbContextAsync(cancellationToken);
        DateTime now = clock.GetUtcNow().UtcDateTime;
        List<StopeSituation> situations = await Situations(context, stopeIds).ToListAsync(cancellationToken);
        Dictionary<int, ChannelSpan> spans = await Spans(context, stopeIds, now)
            .ToDictionaryAsync(span => span.StopeId, cancellationToken);
        List<WatchedStope> watched = [];
        foreach (StopeSituation stope in situations)
        {
            IReadOnlyList<Reading> readings = judgement.NeedsReadings(stope, now)
                ? await ReadingsAsync(context, stope, cancellationToken)
                : [];
            watched.Add(
                new WatchedStope(
                    stope.StopeId,
                    stope.Name,
                    stope.Mine,
                    stope.IsSynthetic,
                    stope.IsArchived,
                    judgement.Of(stope, spans.GetValueOrDefault(stope.StopeId), readings, now)
                )
            );
        }

        return watched;
    }

    private static IQueryable<StopeSituation> Situations(
        SentinelDbContext context,
        IReadOnlyCollection<int> stopeIds
    ) =>
        Joined
            .Latest(context, context.Stopes.AsNoTracking().Where(stope => stopeIds.Contains(stope.Id)))
            .Select(row => new StopeSituation
            {
                StopeId = row.Stope.Id,
                Name = row.Stope.Name,
                Mine = row.Mine.Name,
                IsSynthetic = row.Mine.IsSynthetic,
                IsArchived = row.Stope.ArchivedAt != null,
                HasFailed = context.Failures().Any(seen => seen.StopeId == row.Stope.Id),
                Newest = context
                    .Readings.Where(reading => reading.StopeId == row.Stope.Id)
                    .Max(reading => (DateTime?)reading.Timestamp),
                Level = row.Prediction == null ? null : row.Prediction.Level,
                Mode = row.Prediction == null ? null : row.Prediction.Mode,
                RunId = row.Prediction == null ? null : row.Prediction.RunId,
                SevenDayProbability = row.Prediction == null ? null : row.Prediction.SevenDayProbability,
                NotStableProbability = row.Prediction == null ? null : row.Prediction.NotStableProbability,
                PredictedAsOf = row.Prediction == null ? null : row.Prediction.AsOf,
            });

    private IQueryable<ChannelSpan> Spans(SentinelDbContext context, IReadOnlyCollection<int> stopeIds, DateTime now)
    {
        DateTime from = now - judgement.StaleAfter - TimeSpan.FromDays(LookBackDays);
        return context
            .Readings.Where(row => stopeIds.Contains(row.StopeId) && row.Timestamp > from)
            .GroupBy(row => row.StopeId)
            .Select(rows => new ChannelSpan
            {
                StopeId = rows.Key,
                Vibration = rows.Max(row => row.VibrationVelocityMmPerSecond == null ? null : (DateTime?)row.Timestamp),
                Deformation = rows.Max(row => row.DeformationRateMmPerDay == null ? null : (DateTime?)row.Timestamp),
                Stress = rows.Max(row => row.StressMegapascals == null ? null : (DateTime?)row.Timestamp),
                Temperature = rows.Max(row => row.TemperatureCelsius == null ? null : (DateTime?)row.Timestamp),
                Humidity = rows.Max(row => row.HumidityPercent == null ? null : (DateTime?)row.Timestamp),
            });
    }

    private async Task<IReadOnlyList<Reading>> ReadingsAsync(
        SentinelDbContext context,
        StopeSituation stope,
        CancellationToken cancellationToken
    )
    {
        DateTime from = stope.Newest!.Value - judgement.LongestWindow;
        return await context
            .Readings.AsNoTracking()
            .Where(row => row.StopeId == stope.StopeId && row.Timestamp > from)
            .OrderBy(row => row.Timestamp)
            .ToListAsync(cancellationToken);
    }
}
