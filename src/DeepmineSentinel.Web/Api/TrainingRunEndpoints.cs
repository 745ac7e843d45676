using System.Text.Json;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Web.Services;
using DeepmineSentinel.Web.Services.Queries;
using DeepmineSentinel.Web.Services.Training;

namespace DeepmineSentinel.Web.Api;

/// <summary>Training as a service: queue, look, follow, cancel, resume.</summary>
internal static class TrainingRunEndpoints
{
    public static void MapTrainingRuns(this IEndpointRouteBuilder api)
    {
        api.MapPost("/training-runs", QueueAsync);
        api.MapGet("/training-runs", ListAsync);
        api.MapGet("/training-runs/{runId}", GetAsync);
        api.MapDelete("/training-runs/{runId}", CancelAsync);
        api.MapPost("/training-runs/{runId}/resume", ResumeAsync);
        api.MapGet("/training-runs/{runId}/events", TrainingEventsEndpoint.FollowAsync);
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
        string? page,
        string? pageSize,
        string? status,
        TrainingQueries runs,
        TrainingRunDocuments documents,
        CancellationToken cancellationToken
    )
    {
        RunListQuery query = RunListQuery.Parse(page, pageSize, status);
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

        return Json(new PageDocument<TrainingRunDocument>(items, query.Page, query.PageSize, total));
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
        using JsonDocument body = await JsonBody.ReadAsync(request, cancellationToken);
        (ResumeRequest asked, List<FieldProblem> problems) = ResumeRequest.Reader.Read(
            new ResumeRequest(),
            body.RootElement
        );
        if (problems.Count > 0)
        {
            throw new FieldsRejectedException("invalid_resume_options", problems);
        }

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
        return new AcceptedDocument(document.Links["self"], document);
    }

    private static IResult Json<TDocument>(TDocument document) => Results.Json(document, WebJson.Options);

    // The command's "batch-size" is "batchSize" here.
    private static string JsonName(string option)
    {
        string[] words = option.Split('-');
        return words[0] + string.Concat(words.Skip(1).Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
    }
}
