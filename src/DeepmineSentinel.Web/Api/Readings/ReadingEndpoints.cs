using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Web.Api.Idempotency;
using DeepmineSentinel.Web.Services.Queries;
using DeepmineSentinel.Web.Services.Stopes;

namespace DeepmineSentinel.Web.Api.Readings;

/// <summary>Readings of a stope: many at once in, a thinned range out.</summary>
internal static class ReadingEndpoints
{
    /// <summary>Longest body, bytes: ten thousand readings with all members take about two and a half million.</summary>
    public const int LongestBody = 4 * 1024 * 1024;

    private const string Address = "/stopes/{id}/readings";
    private const int UsualPoints = 1_000;
    private static readonly string[] SeriesQuery = ["from", "to", "points"];
    private static readonly string[] BatchQuery = ["results"];

    public static void MapReadings(this IEndpointRouteBuilder api)
    {
        api.MapPost(Address, AddAsync).WithMetadata(new BodyLimit(LongestBody)).Idempotent();
        api.MapGet(Address, SeriesAsync);
    }

    private static async Task<IResult> AddAsync(
        string id,
        HttpRequest request,
        StopeQueries stopes,
        ReadingService readings,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        int stopeId = RouteId.Of("stope", id);
        bool all = WantsAll(request.Query);
        RequestBytes body = await RequestBytes.OfAsync(request.HttpContext, cancellationToken);
        await stopes.GetAsync(stopeId, cancellationToken);
        ReadingBatch batch = new ReadingBatchReader(stopeId, clock.GetUtcNow().UtcDateTime).Read(body.Memory.Span);
        bool[] added = await readings.AddAsync(stopeId, batch.Good, cancellationToken);
        return new JsonAnswer<ReadingBatchDocument>(batch.Answer(added, all));
    }

    private static async Task<IResult> SeriesAsync(
        string id,
        HttpRequest request,
        SeriesQueries series,
        CancellationToken cancellationToken
    )
    {
        int stopeId = RouteId.Of("stope", id);
        List<FieldProblem> problems = [.. QueryField.Unknown(request.Query, SeriesQuery)];
        TimeRange range = new(
            QueryField.Moment("from", QueryField.One(request.Query, "from"), problems),
            QueryField.Moment("to", QueryField.One(request.Query, "to"), problems)
        );
        int? points = QueryField.Whole(
            "points",
            QueryField.One(request.Query, "points"),
            (SeriesQueries.FewestPoints, SeriesQueries.MostPoints),
            problems
        );
        if (problems.Count > 0)
        {
            throw new FieldsRejectedException("invalid_query", problems);
        }

        StopeSeries found = await series.GetAsync(stopeId, range, points ?? UsualPoints, cancellationToken);
        return new TaggedDocument<ReadingSeriesDocument>(ReadingSeriesDocument.Of(found));
    }

    private static bool WantsAll(IQueryCollection query)
    {
        List<FieldProblem> problems = [.. QueryField.Unknown(query, BatchQuery)];
        string? results = QueryField.One(query, "results");
        if (results is not (null or "all"))
        {
            problems.Add(new FieldProblem("results", "must be all, or left out"));
        }

        return problems.Count == 0 ? results is not null : throw new FieldsRejectedException("invalid_query", problems);
    }
}
