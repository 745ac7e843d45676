using System.Collections.Immutable;
using System.Text.Json;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Web.Api.Description;
using DeepmineSentinel.Web.Api.Idempotency;
using DeepmineSentinel.Web.Services.Queries;
using DeepmineSentinel.Web.Services.Stopes;

namespace DeepmineSentinel.Web.Api.Stopes;

/// <summary>Stopes: list, look, create, edit, archive, restore.</summary>
internal static class StopeEndpoints
{
    public static void MapStopes(this IEndpointRouteBuilder api)
    {
        api.MapGet("/mines", MinesAsync)
            .WithTags("Stopes")
            .Answers<IReadOnlyList<MineDocument>>("listMines", "Lists the mines that stopes belong to.");
        RouteGroupBuilder stopes = api.MapGroup("/stopes").WithTags("Stopes");
        stopes
            .MapGet("", ListAsync)
            .Answers<PageDocument<StopeListItem>>("listStopes", "Lists stopes with what is predicted of them.")
            .Asks(StopeListQuery.Parameters);
        stopes
            .MapPost("", CreateAsync)
            .Answers<StopeDocument>("createStope", "Creates a stope.", StatusCodes.Status201Created)
            .Takes(StopeEdit.Whole)
            .Refuses(StatusCodes.Status404NotFound)
            .Idempotent();
        stopes.MapGet("/{id}", GetAsync).Answers<StopeDocument>("getStope", "Reads a stope.");
        stopes
            .MapPut("/{id}", ReplaceAsync)
            .Answers<StopeDocument>("replaceStope", "Replaces what is known of a stope.")
            .Takes(StopeEdit.Fields)
            .Matches(must: true);
        stopes
            .MapPatch("/{id}", ChangeAsync)
            .Answers<StopeDocument>("changeStope", "Changes what is given and leaves the rest.")
            .Takes(StopeEdit.Fields)
            .Matches(must: true);
        stopes
            .MapDelete("/{id}", ArchiveAsync)
            .Answers<StopeDocument>("archiveStope", "Takes a stope out of lists and predictions; nothing is deleted.")
            .Matches(must: false);
        stopes
            .MapPost("/{id}/restore", RestoreAsync)
            .Answers<StopeDocument>("restoreStope", "Brings an archived stope back.")
            .Matches(must: false)
            .Idempotent();
    }

    private static async Task<IResult> MinesAsync(StopeListQueries list, CancellationToken cancellationToken) =>
        new TaggedDocument<IReadOnlyList<MineDocument>>([
            .. (await list.MinesAsync(cancellationToken)).Select(MineDocument.Of),
        ]);

    private static async Task<IResult> ListAsync(
        HttpRequest request,
        StopeListQueries list,
        CancellationToken cancellationToken
    )
    {
        StopeListPage found = await list.FindAsync(StopeListQuery.Parse(request.Query), cancellationToken);
        return PagedList.Of(request, found.Rows.Select(StopeListItem.Of), (found.Page, found.PageSize, found.Total));
    }

    private static async Task<IResult> CreateAsync(
        HttpRequest request,
        StopeService service,
        StopeQueries stopes,
        CancellationToken cancellationToken
    )
    {
        using JsonDocument body = await JsonBody.ReadAsync(request, cancellationToken);
        (StopeEdit edit, ImmutableArray<FieldProblem> problems) = StopeEdit.Read(new StopeEdit(), body.RootElement);
        if (edit.MineId is null && problems.All(problem => problem.Field != "mineId"))
        {
            problems = problems.Add(new FieldProblem("mineId", "must be given"));
        }

        StopeEditing.ThrowIfAny(problems);
        int id = await service.CreateAsync(
            edit.MineId!.Value,
            edit.Name!,
            edit.Properties.ToProperties(),
            cancellationToken
        );
        return await AnswerAsync(id, stopes, StatusCodes.Status201Created, cancellationToken);
    }

    private static Task<IResult> GetAsync(string id, StopeQueries stopes, CancellationToken cancellationToken) =>
        AnswerAsync(RouteId.Of("stope", id), stopes, StatusCodes.Status200OK, cancellationToken);

    private static Task<IResult> ReplaceAsync(
        string id,
        HttpRequest request,
        StopeEditing editing,
        CancellationToken cancellationToken
    ) => editing.SaveAsync(RouteId.Of("stope", id), request, _ => new StopeEdit(), cancellationToken);

    private static Task<IResult> ChangeAsync(
        string id,
        HttpRequest request,
        StopeEditing editing,
        CancellationToken cancellationToken
    ) => editing.SaveAsync(RouteId.Of("stope", id), request, StopeEdit.Of, cancellationToken);

    private static Task<IResult> ArchiveAsync(
        string id,
        HttpRequest request,
        StopeEditing editing,
        CancellationToken cancellationToken
    ) => editing.MoveAsync(RouteId.Of("stope", id), request, archive: true, cancellationToken);

    private static Task<IResult> RestoreAsync(
        string id,
        HttpRequest request,
        StopeEditing editing,
        CancellationToken cancellationToken
    ) => editing.MoveAsync(RouteId.Of("stope", id), request, archive: false, cancellationToken);

    private static async Task<IResult> AnswerAsync(
        int id,
        StopeQueries stopes,
        int status,
        CancellationToken cancellationToken
    )
    {
        (Stope stope, Mine mine) = await stopes.GetAsync(id, cancellationToken);
        return new TaggedDocument<StopeDocument>(StopeDocument.Of(stope, mine), EntityTags.OfRevision(stope.Revision))
        {
            Status = status,
            Location = status == StatusCodes.Status201Created ? StopeDocument.AddressOf(id) : null,
        };
    }
}
