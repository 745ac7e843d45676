using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Data.Database;
using Microsoft.EntityFrameworkCore;

namespace DeepmineSentinel.Web.Services.Stopes;

/// <summary>Keeps who let which outcome be learnt from, and counts those that wait.</summary>
public sealed class OutcomeReviewService(SentinelDbContext database, CurrentOperator who, TimeProvider clock)
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

        if (!await database.Outcomes.AnyAsync(one => one.Id == outcomeId && one.StopeId == stopeId, cancellationToken))
        {
            throw new SentinelException(FailureKind.NotFound, "outcome_not_found", "The stope has no such outcome.");
        }

        database.OutcomeReviews.Add(
            new OutcomeReview
            {
                OutcomeId = outcomeId,
                Accepted = said.Accepted,
                Comment = comment,
                By = who.Name,
                At = clock.GetUtcNow().UtcDateTime,
            }
        );
        await database.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Outcomes of active and archived stopes that wait for a review.</summary>
    public Task<int> WaitingAsync(CancellationToken cancellationToken) =>
        database.WaitingOutcomes().CountAsync(cancellationToken);
}
