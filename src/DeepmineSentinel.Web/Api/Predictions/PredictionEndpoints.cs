using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Web.Api.Description;
using DeepmineSentinel.Web.Api.Idempotency;
using DeepmineSentinel.Web.Services;
using DeepmineSentinel.Web.Services.Predictions;
using DeepmineSentinel.Web.Services.Queries;

namespace DeepmineSentinel.Web.Api.Predictions;

/// <summary>Predictions: look at the latest, ask for a new one, say what one thinks of it.</summary>
internal static class PredictionEndpoints
{
    private const string OfStope = "/stopes/{id}/prediction";

    public static void MapPredictions(this IEndpointRouteBuilder api)
    {
        RouteGroupBuilder predictions = api.MapGroup("").WithTags("Predictions");
        predictions
            .MapGet(OfStope, GetAsync)
            .Answers<PredictionDocument>("getPrediction", "Reads the latest stored prediction; nothing is computed.");
        predictions
            .MapPost(OfStope, PredictAsync)
            .Answers<PredictionDocument>("predict", "Predicts now and stores the answer.", StatusCodes.Status201Created)
            .Takes(NoMembers.Fields)
            .Idempotent();
        predictions
            .MapPost("/predictions/{id}/feedback", AddFeedbackAsync)
            .Answers<FeedbackDocument>(
                "addFeedback",
                "Keeps what a person thinks of a prediction.",
                StatusCodes.Status201Created
            )
            .Takes(FeedbackEntry.Fields)
            .Idempotent();
    }

    private static async Task<IResult> GetAsync(
        string id,
        StopeQueries stopes,
        MLPredictionService predictions,
        CancellationToken cancellationToken
    )
    {
        int stopeId = RouteId.Of("stope", id);
        await stopes.GetAsync(stopeId, cancellationToken);
        StoredAnswer stored =
            await predictions.GetStoredAsync(stopeId, cancellationToken)
            ?? throw new SentinelException(
                FailureKind.NotFound,
                "prediction_not_found",
                "This stope was not predicted yet; a POST to this address asks for a prediction."
            );
        return new TaggedDocument<PredictionDocument>(PredictionDocument.Of(stored));
    }

    private static async Task<IResult> PredictAsync(
        string id,
        HttpRequest request,
        MLPredictionService predictions,
        CancellationToken cancellationToken
    )
    {
        int stopeId = RouteId.Of("stope", id);
        await NoMembers.RequireAsync(request, cancellationToken);
        PredictionDocument document = PredictionDocument.Of(
            await predictions.PredictAndStoreAsync(stopeId, cancellationToken)
        );
        return new JsonAnswer<PredictionDocument>(document)
        {
            Status = StatusCodes.Status201Created,
            Location = document.Links["self"],
        };
    }

    private static async Task<IResult> AddFeedbackAsync(
        string id,
        HttpRequest request,
        FeedbackService feedback,
        CurrentOperator person,
        CancellationToken cancellationToken
    )
    {
        int predictionId = RouteId.Of("prediction", id);
        FeedbackEntry said = await FeedbackEntry.Fields.ReadAsync(
            request,
            new FeedbackEntry(),
            "invalid_feedback",
            cancellationToken
        );
        int stopeId = await feedback.AddAsync(
            predictionId,
            said.Agrees,
            (said.BelievedClass, said.Comment),
            cancellationToken
        );
        return new JsonAnswer<FeedbackDocument>(
            new FeedbackDocument(predictionId, stopeId, said.Agrees, said.BelievedClass, said.Comment, person.Name)
        )
        {
            Status = StatusCodes.Status201Created,
        };
    }
}
