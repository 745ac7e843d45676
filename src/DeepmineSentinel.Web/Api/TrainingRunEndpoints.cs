using System.Text.Json;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Web.Api.Description;
using DeepmineSentinel.Web.Api.Idempotency;
using DeepmineSentinel.Web.Services;
using DeepmineSentinel.Web.Services.Queries;
using DeepmineSentinel.Web.Services.Training;

namespace DeepmineSentinel.Web.Api;

/// <summary>Training as a service: queue, look, follow, cancel, resume.</summary>
internal static class TrainingRunEndpoints
{
    public static void MapTrainingRuns(this IEndpointRouteBuilder api)
    {
        RouteGroupBuilder runs = api.MapGroup("/training-runs").WithTags("Training");
        runs.MapPost("", QueueAsync)
            .Answers<TrainingRunDocument>("queueTrainingRun", "Queues a run.", StatusCodes.Status202Accepted)
            .Takes(TrainingRunFields.Reader)
            .Idempotent();
        runs.MapGet("", ListAsync)
            .Answers<PageDocument<TrainingRunDocument>>("listTrainingRuns", "Lists runs, newest first.")
            .Asks(RunListQuery.Parameters);
        runs.MapGet("/{runId}", GetAsync).Answers<TrainingRunDocument>("getTrainingRun", "Reads a run.");
        runs.MapDelete("/{runId}", CancelAsync)
            .Answers<TrainingRunDocument>("cancelTrainingRun", "Asks a run to stop.", StatusCodes.Status202Accepted);
        runs.MapPost("/{runId}/resume", ResumeAsync)
            .Answers<TrainingRunDocument>("resumeTrainingRun", "Lets a run go on.", StatusCodes.Status202Accepted)
            .Takes(ResumeRequest.Reader)
            .Idempotent();
        runs.MapGet("/{runId}/events", TrainingEventsEndpoint.FollowAsync)
            .AnswersFile("followTrainingRun", "Follows a run by server-sent events.", "text/event-stream");
    }

    private static async Task<IResult> QueueAsync(
        HttpRequest request,
        TrainingIntake intake,
        TrainingOptionsCheck check,
        TrainingRunDocuments documents,
        CancellationToken cancellationToken
    )
    {
        using JsonDocument body = await JsonBody.ReadAsync(request, cancellationToken);
        (TrainModelOptions options, List<FieldProblem> problems) = TrainingRunFields.Reader.Read(
            new TrainModelOptions(),
            body.RootElement
        );
        options = body.RootElement.TryGetProperty("network", out _) ? options : check.WithShapeOfParent(options);
        problems.AddRange(
            (await check.ProblemsAsync(options, cancellationToken)).Select(problem =>
                problem with
                {
                    Field = JsonName(problem.Field),
                }
            )
        );
        if (problems.Count > 0)
        {
            throw new FieldsRejectedException(TrainingOptionsCheck.Code, problems);
        }

        return await AcceptedAsync(await intake.SubmitAsync(options, cancellationToken), documents, cancellationToken);
    }

    private static async Task<IResult> ListAsync(
        HttpRequest request,
        TrainingQueries runs,
        TrainingRunDocuments documents,
        CancellationToken cancellationToken
    )
    {
        RunListQuery query = RunListQuery.Parse(request.Query);
        (IReadOnlyList<TrainingRun> found, int total) = await runs.PageAsync(
            query.Page,
            query.PageSize,
            query.Status,
            cancellationToken
        );
        List<TrainingRunDocument> items = [];
        foreach (TrainingRun run in found)
        {
            items.Add(await documents.BriefAsync(run, cancellationToken));
        }

        return PagedList.Of(request, items, (query.Page, query.PageSize, total));
    }

    private static async Task<IResult> GetAsync(
        string runId,
        TrainingQueries runs,
        TrainingRunDocuments documents,
        CancellationToken cancellationToken
    ) => Json(await documents.WholeAsync(await runs.GetAsync(runId, cancellationToken), cancellationToken));

    private static async Task<IResult> CancelAsync(
        string runId,
        TrainingService training,
        TrainingQueries runs,
        TrainingRunDocuments documents,
        CancellationToken cancellationToken
    )
    {
        await training.CancelAsync(runId, cancellationToken);
        return await AcceptedAsync(await runs.GetAsync(runId, cancellationToken), documents, cancellationToken);
    }

    private static async Task<IResult> ResumeAsync(
        string runId,
        HttpRequest request,
        TrainingService training,
        TrainingRunDocuments documents,
        CurrentOperator person,
        CancellationToken cancellationToken
    )
    {
        ResumeRequest asked = await ResumeRequest.Reader.ReadAsync(
            request,
            new ResumeRequest(),
            "invalid_resume_options",
            cancellationToken
        );
        TrainingRun run = await training.ResumeAsync(runId, asked.AcceptNumerics, person.Name, cancellationToken);
        return await AcceptedAsync(run, documents, cancellationToken);
    }

    private static async Task<IResult> AcceptedAsync(
        TrainingRun run,
        TrainingRunDocuments documents,
        CancellationToken cancellationToken
    )
    {
        TrainingRunDocument document = await documents.BriefAsync(run, cancellationToken);
        return new JsonAnswer<TrainingRunDocument>(document)
        {
            Status = StatusCodes.Status202Accepted,
            Location = document.Links["self"],
        };
    }

    private static IResult Json<TDocument>(TDocument document) => Results.Json(document, WebJson.Options);

    // The command's "batch-size" is "batchSize" here.
    private static string JsonName(string option)
    {
        string[] words = option.Split('-');
        return words[0] + string.Concat(words.Skip(1).Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
    }
}
