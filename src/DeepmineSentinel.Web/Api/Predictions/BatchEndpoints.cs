using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Risk;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Web.Api.Description;
using DeepmineSentinel.Web.Api.Idempotency;
using DeepmineSentinel.Web.Services.Predictions.Batches;
using DeepmineSentinel.Web.Services.Queries;

namespace DeepmineSentinel.Web.Api.Predictions;

/// <summary>Predictions of many stopes in the background: queue, look, read the results, stop.</summary>
internal static class BatchEndpoints
{
    private static readonly IReadOnlyList<QueryParameter> Parameters =
    [
        .. PageQuery.Parameters,
        QueryParameter.Text("search", "Only stopes whose name contains this.", Stope.NameLength),
        QueryParameter.Word<RiskLevel>("level", "Only stopes of this level."),
        QueryParameter.Word<PredictionBatchSort>("sort", "Order; level where left out."),
        QueryParameter.Word("order", "Direction; desc where left out.", ["asc", "desc"]),
    ];

    public static void MapBatches(this IEndpointRouteBuilder api)
    {
        RouteGroupBuilder batches = api.MapGroup("/predictions/batch").WithTags("Predictions");
        batches
            .MapPost("", QueueAsync)
            .Answers<BatchDocument>(
                "predictMany",
                "Predicts many stopes in the background.",
                StatusCodes.Status202Accepted
            )
            .Takes(BatchEntry.Fields)
            .Refuses(StatusCodes.Status404NotFound)
            .Idempotent();
        batches.MapGet("/{id}", GetAsync).Answers<BatchDocument>("getBatch", "Reads how far a batch is.");
        batches
            .MapGet("/{id}/results", ResultsAsync)
            .Answers<PageDocument<BatchRowDocument>>("listBatchResults", "Lists what a batch says of its stopes.")
            .Asks(Parameters);
        batches
            .MapDelete("/{id}", CancelAsync)
            .Answers<BatchDocument>("cancelBatch", "Stops a batch; its answers so far are kept.");
    }

    private static async Task<IResult> QueueAsync(
        HttpRequest request,
        PredictionBatchService service,
        CancellationToken cancellationToken
    )
    {
        BatchEntry asked = await BatchEntry.Fields.ReadAsync(
            request,
            new BatchEntry(),
            "invalid_batch",
            cancellationToken
        );
        BatchDocument document = BatchDocument.Of(await service.SubmitAsync(asked.ToRequest(), cancellationToken));
        return new JsonAnswer<BatchDocument>(document)
        {
            Status = StatusCodes.Status202Accepted,
            Location = document.Links["self"],
        };
    }

    private static async Task<IResult> GetAsync(
        string id,
        PredictionBatchQueries batches,
        CancellationToken cancellationToken
    ) =>
        new TaggedDocument<BatchDocument>(
            BatchDocument.Of(await batches.GetAsync(RouteId.Of("batch", id), cancellationToken))
        );

    private static async Task<IResult> ResultsAsync(
        string id,
        HttpRequest request,
        PredictionBatchQueries batches,
        CancellationToken cancellationToken
    )
    {
        int batchId = RouteId.Of("batch", id);
        List<FieldProblem> problems = [.. QueryField.Unknown(request.Query, Parameters)];
        (int Number, int Size) page = PageQuery.Parse(request.Query, problems);
        PredictionBatchFilter filter = new()
        {
            Page = page.Number,
            PageSize = page.Size,
            Search = QueryField.One(request.Query, "search"),
            Level = Word<RiskLevel>(request, "level", problems),
            Sort = Word<PredictionBatchSort>(request, "sort", problems) ?? PredictionBatchSort.Level,
            Descending = QueryField.Descending(QueryField.One(request.Query, "order"), problems) ?? true,
        };
        if (problems.Count > 0)
        {
            throw new FieldsRejectedException("invalid_query", problems);
        }

        await batches.GetAsync(batchId, cancellationToken);
        PredictionBatchResults found = await batches.ResultsAsync(batchId, filter, cancellationToken);
        return PagedList.Of(request, found.Rows.Select(BatchRowDocument.Of), (found.Page, found.PageSize, found.Total));
    }

    private static async Task<IResult> CancelAsync(
        string id,
        PredictionBatchService service,
        PredictionBatchQueries batches,
        CancellationToken cancellationToken
    )
    {
        int batchId = RouteId.Of("batch", id);
        await service.CancelAsync(batchId, cancellationToken);
        return new JsonAnswer<BatchDocument>(BatchDocument.Of(await batches.GetAsync(batchId, cancellationToken)));
    }

    private static TEnum? Word<TEnum>(HttpRequest request, string name, List<FieldProblem> problems)
        where TEnum : struct, Enum =>
        QueryField.Word(name, QueryField.One(request.Query, name), Enum.GetValues<TEnum>(), problems);
}
