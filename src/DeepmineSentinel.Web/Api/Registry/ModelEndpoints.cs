using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Web.Api.Idempotency;
using DeepmineSentinel.Web.Services;
using DeepmineSentinel.Web.Services.Comparison;
using DeepmineSentinel.Web.Services.Registry;

namespace DeepmineSentinel.Web.Api.Registry;

/// <summary>Registered versions: list, look, compare, promote, roll back.</summary>
internal static class ModelEndpoints
{
    private static readonly string[] Known = ["page", "pageSize", "state", "purpose"];

    public static void MapModels(this IEndpointRouteBuilder api)
    {
        api.MapGet("/models", ListAsync);
        api.MapGet("/models/compare", CompareAsync);
        api.MapPost("/models/rollback", RollbackAsync).Idempotent();
        api.MapGet("/models/{runId}", GetAsync);
        api.MapPost("/models/{runId}/promote", PromoteAsync).Idempotent();
    }

    private static async Task<IResult> ListAsync(
        HttpRequest request,
        ModelRegistry registry,
        CancellationToken cancellationToken
    )
    {
        List<FieldProblem> problems = [.. QueryField.Unknown(request.Query, Known)];
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
