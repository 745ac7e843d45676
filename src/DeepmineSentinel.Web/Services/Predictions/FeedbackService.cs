using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Predictions;
using DeepmineSentinel.Data.Database;
using Microsoft.EntityFrameworkCore;

namespace DeepmineSentinel.Web.Services.Predictions;

/// <summary>Keeps what people say of predictions.</summary>
public sealed class FeedbackService(SentinelDbContext database, CurrentOperator who, TimeProvider clock)
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
        await database.SaveChangesAsync(cancellationToken);
        return stopeId.Value;
    }
}
