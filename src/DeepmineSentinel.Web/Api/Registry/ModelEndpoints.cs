using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Web.Api.Description;
using DeepmineSentinel.Web.Api.Idempotency;
using DeepmineSentinel.Web.Services;
using DeepmineSentinel.Web.Services.Comparison;
using DeepmineSentinel.Web.Services.Registry;

namespace DeepmineSentinel.Web.Api.Registry;

/// <summary>Registered versions: list, look, compare, promote, roll back.</summary>
internal static class ModelEndpoints
{
    private static readonly IReadOnlyList<QueryParameter> Parameters =
    [
        .. PageQuery.Parameters,
        QueryParameter.Word<ModelVersionState>("state", "Only versions that stand there."),
        QueryParameter.Word<ModelPurpose>("purpose", "Only versions of this purpose."),
    ];

    public static void MapModels(this IEndpointRouteBuilder api)
    {
        RouteGroupBuilder models = api.MapGroup("/models").WithTags("Models");
        models
            .MapGet("", ListAsync)
            .Answers<PageDocument<ModelSummary>>("listModels", "Lists registered versions, newest first.")
            .Asks(Parameters);
        models
            .MapGet("/compare", CompareAsync)
            .Answers<RunComparison>("compareModels", "Compares two to five versions.")
            .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);
        models
            .MapPost("/rollback", RollbackAsync)
            .Answers<ModelMoveDocument>("rollBack", "Swaps production and previous.")
            .Takes(ModelMove.Rollback)
            .Idempotent();
        models.MapGet("/{runId}", GetAsync).Answers<ModelSummary>("getModel", "Reads a registered version.");
        models
            .MapPost("/{runId}/promote", PromoteAsync)
            .Answers<ModelMoveDocument>(
                "promote",
                "Makes a version the one that answers, if the gate or a reason lets it."
            )
            .Takes(ModelMove.Promotion)
            .Idempotent();
    }

    private static async Task<IResult> ListAsync(
        HttpRequest request,
        ModelRegistry registry,
        CancellationToken cancellationToken
    )
    {
        List<FieldProblem> problems = [.. QueryField.Unknown(request.Query, Parameters)];
        (int Number, int Size) page = PageQuery.Parse(request.Query, problems);
        ModelVersionState? state = Word<ModelVersionState>(request, "state", problems);
        ModelPurpose? purpose = Word<ModelPurpose>(request, "purpose", problems);
        if (problems.Count > 0)
        {
            throw new FieldsRejectedException("invalid_query", problems);
        }

        List<ModelVersion> found =
        [
            .. (await registry.ListAsync(cancellationToken)).Where(version =>
                (state is null || version.State == state) && (purpose is null || version.Purpose == purpose)
            ),
        ];
        return PagedList.Of(
            request,
            found.Skip((page.Number - 1) * page.Size).Take(page.Size).Select(ModelSummary.Of),
            (page.Number, page.Size, found.Count)
        );
    }

    private static async Task<IResult> GetAsync(
        string runId,
        ModelRegistry registry,
        CancellationToken cancellationToken
    ) =>
        new TaggedDocument<ModelSummary>(
            ModelSummary.Of(await registry.GetAsync(RunId.Parse(runId).Value, cancellationToken))
        );

    private static async Task<IResult> CompareAsync(
        string[] run,
        RunComparer comparer,
        CancellationToken cancellationToken
    ) => Results.Json(await comparer.CompareAsync(run, cancellationToken), WebJson.Options);

    private static async Task<IResult> PromoteAsync(
        string runId,
        HttpRequest request,
        ModelPromoter promoter,
        CurrentOperator person,
        CancellationToken cancellationToken
    )
    {
        RunId id = RunId.Parse(runId);
        ModelMove move = await ReadAsync(request, ModelMove.Promotion, cancellationToken);
        PromotionOutcome outcome = await promoter.PromoteAsync(
            new PromotionRequest(id, person.Name, move.Reason),
            cancellationToken
        );
        return new JsonAnswer<ModelMoveDocument>(ModelMoveDocument.Of(outcome));
    }

    private static async Task<IResult> RollbackAsync(
        HttpRequest request,
        ModelPromoter promoter,
        CurrentOperator person,
        CancellationToken cancellationToken
    )
    {
        ModelMove move = await ReadAsync(request, ModelMove.Rollback, cancellationToken);
        PromotionOutcome outcome = await promoter.RollbackAsync(
            move.Purpose,
            person.Name,
            move.Reason,
            cancellationToken
        );
        return new JsonAnswer<ModelMoveDocument>(ModelMoveDocument.Of(outcome));
    }

    private static Task<ModelMove> ReadAsync(
        HttpRequest request,
        FieldReader<ModelMove> fields,
        CancellationToken cancellationToken
    ) => fields.ReadAsync(request, new ModelMove(), "invalid_move", cancellationToken);

    private static TEnum? Word<TEnum>(HttpRequest request, string name, List<FieldProblem> problems)
        where TEnum : struct, Enum =>
        QueryField.Word(name, QueryField.One(request.Query, name), Enum.GetValues<TEnum>(), problems);
}
