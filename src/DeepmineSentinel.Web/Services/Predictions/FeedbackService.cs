using DeepmineSentinel.Core.Auditing;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Predictions;
using DeepmineSentinel.Data.Database;
using DeepmineSentinel.Web.Services.Stopes;
using DeepmineSentinel.Web.ViewModels;
using Microsoft.EntityFrameworkCore;

namespace DeepmineSentinel.Web.Services.Predictions;

/// <summary>Keeps what people say of predictions.</summary>
public sealed class FeedbackService(
    SentinelDbContext database,
    CurrentOperator who,
    AuditTrail trail,
    TimeProvider clock
)
{
    /// <returns>The stope that the prediction is about.</returns>
    /// <exception cref="SentinelException">There is no such prediction, or the comment is too long.</exception>
    public async Task<int> AddAsync(
        int predictionId,
        bool agrees,
        (StabilityClass? Believed, string? Comment) said,
        CancellationToken cancellationToken
    )
    {
        int? stopeId = await database
            .Predictions.Where(prediction => prediction.Id == predictionId)
            .Select(prediction => (int?)prediction.StopeId)
            .FirstOrDefaultAsync(cancellationToken);
        if (stopeId is null)
        {
            throw new SentinelException(FailureKind.NotFound, "prediction_not_found", "There is no such prediction.");
        }

        string? comment = string.IsNullOrWhiteSpace(said.Comment) ? null : said.Comment.Trim();
        if (comment?.Length > PredictionFeedback.CommentLength)
        {
            throw new SentinelException(
                FailureKind.InvalidInput,
                "comment_too_long",
                $"A comment has at most {PredictionFeedback.CommentLength} characters."
            );
        }

        database.Feedback.Add(
            new PredictionFeedback
            {
                PredictionId = predictionId,
                Agrees = agrees,
                BelievedClass = said.Believed,
                Comment = comment,
                By = who.Name,
                At = clock.GetUtcNow().UtcDateTime,
            }
        );
        trail.OfStope(
            stopeId.Value,
            AuditAction.FeedbackGiven,
            [
                new AuditField("agrees", null, agrees ? "yes" : "no"),
                .. said.Believed is { } believed
                    ? [new AuditField("believes", null, Words.Key(believed))]
                    : Array.Empty<AuditField>(),
            ]
        );
        await database.SaveChangesAsync(cancellationToken);
        return stopeId.Value;
    }
}
