using System.Collections.Concurrent;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Data.Database;
using DeepmineSentinel.Learning.Datasets;
using DeepmineSentinel.Learning.Evaluation.Followed;
using DeepmineSentinel.Web.Options;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace DeepmineSentinel.Web.Services.Followed;

/// <summary>
/// Joins the stored forecasts of a run with the outcomes observed since. Scoring takes seconds on a large mine, so what was found
/// is kept for ten minutes, and anew where an outcome came or went meanwhile.
/// </summary>
public sealed class FollowUpService(
    IDbContextFactory<SentinelDbContext> contexts,
    IOptions<PredictionsOptions> options,
    TimeProvider clock
)
{
    private const int HighCutPoint = 2;
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);
    private readonly ConcurrentDictionary<string, (OutcomeMark Mark, DateTimeOffset At, FollowUpScores Scores)> found =
        new(StringComparer.Ordinal);

    /// <summary>What became of a run's forecasts; of a run that gave none, zeros.</summary>
    public async Task<FollowUpScores> OfAsync(string runId, CancellationToken cancellationToken)
    {
        await using SentinelDbContext context = await contexts.CreateDbContextAsync(cancellationToken);
        OutcomeMark mark = new(
            await context.Outcomes.CountAsync(cancellationToken),
            await context.Outcomes.MaxAsync(outcome => (int?)outcome.Id, cancellationToken) ?? 0,
            await context.OutcomeReviews.MaxAsync(review => (int?)review.Id, cancellationToken) ?? 0
        );
        DateTimeOffset now = clock.GetUtcNow();
        if (found.TryGetValue(runId, out var known) && known.Mark == mark && now - known.At < Kept)
        {
            return known.Scores;
        }

        IReadOnlyList<FollowedPrediction> predictions = await ReadAsync(context, runId, cancellationToken);
        double threshold = options.Value.ToThresholds().CutPoints[HighCutPoint];
        FollowUpScores scores = await Task.Run(() => FollowUp.Score(predictions, threshold), cancellationToken);
        found[runId] = (mark, now, scores);
        return scores;
    }

    private static async Task<IReadOnlyList<FollowedPrediction>> ReadAsync(
        SentinelDbContext context,
        string runId,
        CancellationToken cancellationToken
    )
    {
        var said = await context
            .Predictions.AsNoTracking()
            .Where(row => row.RunId == runId && row.SevenDayProbability != null && row.AsOf != null)
            .Select(row => new
            {
                row.StopeId,
                row.AsOf,
                row.ComputedAt,
                row.SevenDayProbability,
            })
            .ToListAsync(cancellationToken);
        List<Outcome> outcomes = await context
            .CountedOutcomes()
            .AsNoTracking()
            .Where(outcome => context.Predictions.Any(row => row.RunId == runId && row.StopeId == outcome.StopeId))
            .OrderBy(outcome => outcome.ObservedAt)
            .ToListAsync(cancellationToken);
        Dictionary<int, (StopeTimeline Timeline, DateTime? KnownAt)> ends = outcomes
            .GroupBy(outcome => outcome.StopeId)
            .ToDictionary(stope => stope.Key, stope => EndOf([.. stope]));
        return
        [
            .. said.Select(row =>
            {
                (StopeTimeline? timeline, DateTime? knownAt) = ends.GetValueOrDefault(row.StopeId);
                return new FollowedPrediction
                {
                    RunId = runId,
                    StopeId = row.StopeId,
                    AsOf = row.AsOf!.Value,
                    ComputedAt = row.ComputedAt,
                    Probability = row.SevenDayProbability!.Value,
                    Failure = timeline?.Failure,
                    FailureKnownAt = knownAt,
                    StandingUntil = timeline?.StandingUntil,
                };
            }),
        ];
    }

    private static (StopeTimeline Timeline, DateTime? KnownAt) EndOf(IReadOnlyList<Outcome> outcomes) =>
        (
            StopeTimeline.Of(outcomes),
            outcomes
                .Where(outcome => outcome.Class == OutcomeClass.Failure)
                .Min(outcome => (DateTime?)outcome.ObservedAt)
        );

    private sealed record OutcomeMark(int Count, int Newest, int NewestReview);
}
