using DeepmineSentinel.Core.Auditing;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Data.Database;
using DeepmineSentinel.Web.ViewModels;
using Microsoft.EntityFrameworkCore;

namespace DeepmineSentinel.Web.Services.Stopes;

/// <summary>Keeps who let which outcome be learnt from, and counts those that wait.</summary>
public sealed class OutcomeReviewService(
    SentinelDbContext database,
    DataChanges changes,
    CurrentOperator who,
    AuditTrail trail,
    TimeProvider clock
)
{
    /// <summary>Reviews an outcome; what was said before stays beside it.</summary>
    /// <param name="stopeId">Stope that it belongs to.</param>
    /// <param name="outcomeId">The outcome.</param>
    /// <param name="said">Whether it may be learnt from, and why.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="SentinelException">The stope has no such outcome, or the comment is too long.</exception>
    public async Task ReviewAsync(
        int stopeId,
        int outcomeId,
        (bool Accepted, string? Comment) said,
        CancellationToken cancellationToken
    )
    {
        string? comment = string.IsNullOrWhiteSpace(said.Comment) ? null : said.Comment.Trim();
        if (comment?.Length > OutcomeReview.CommentLength)
        {
            throw new SentinelException(
                FailureKind.InvalidInput,
                "comment_too_long",
                $"A comment has at most {OutcomeReview.CommentLength} characters."
            );
        }

        Outcome outcome =
            await database
                .Outcomes.AsNoTracking()
                .FirstOrDefaultAsync(one => one.Id == outcomeId && one.StopeId == stopeId, cancellationToken)
            ?? throw new SentinelException(FailureKind.NotFound, "outcome_not_found", "The stope has no such outcome.");
        OutcomeReview? last = await database
            .OutcomeReviews.AsNoTracking()
            .Where(review => review.OutcomeId == outcomeId)
            .OrderByDescending(review => review.Id)
            .FirstOrDefaultAsync(cancellationToken);
        OutcomeReview review = new()
        {
            OutcomeId = outcomeId,
            Accepted = said.Accepted,
            Comment = comment,
            By = who.Name,
            At = clock.GetUtcNow().UtcDateTime,
        };
        database.OutcomeReviews.Add(review);
        trail.OfStope(stopeId, AuditAction.OutcomeReviewed, Fields(outcome, last, review));
        await database.SaveChangesAsync(cancellationToken);
        // A failure put aside lets the stope stand again: it is predicted, and alerts look at it.
        changes.StopeChanged(stopeId);
    }

    private static AuditField[] Fields(Outcome outcome, OutcomeReview? last, OutcomeReview review) =>
        [
            new("observed_at", null, Clock.Machine(outcome.ObservedAt)),
            new("learnt_from", Words.Key(outcome.StateAfter(last)), Words.Key(outcome.StateAfter(review))),
            .. review.Comment is { } why ? [new AuditField("comment", last?.Comment, why)] : Array.Empty<AuditField>(),
        ];

    /// <summary>Outcomes of active and archived stopes that wait for a review.</summary>
    public Task<int> WaitingAsync(CancellationToken cancellationToken) =>
        database.WaitingOutcomes().CountAsync(cancellationToken);
}
