using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Web.Api.Description;
using DeepmineSentinel.Web.Api.Idempotency;
using DeepmineSentinel.Web.Services.Queries;
using DeepmineSentinel.Web.Services.Stopes;

namespace DeepmineSentinel.Web.Api.Readings;

/// <summary>Readings of a stope: many at once in, a thinned range out.</summary>
internal static class ReadingEndpoints
{
    /// <summary>Longest body, bytes: ten thousand readings with all members take about two and a half million.</summary>
    public const int LongestBody = 4 * 1024 * 1024;

    private const int UsualPoints = 1_000;

    private static readonly IReadOnlyList<QueryParameter> SeriesQuery =
    [
        QueryParameter.Moment("from", "Beginning of the range; the first reading where left out."),
        QueryParameter.Moment("to", "End of the range, not part of it; after the last reading where left out."),
        QueryParameter.Whole(
            "points",
            SeriesQueries.FewestPoints,
            SeriesQueries.MostPoints,
            "About the most points; 1000 where left out."
        ),
    ];

    private static readonly IReadOnlyList<QueryParameter> BatchQuery =
    [
        QueryParameter.Word("results", "all: accepted readings are listed too.", ["all"]),
    ];

    public static void MapReadings(this IEndpointRouteBuilder api)
    {
        RouteGroupBuilder readings = api.MapGroup("/stopes/{id}/readings").WithTags("Readings");
        readings
            .MapPost("", AddAsync)
            .WithMetadata(new BodyLimit(LongestBody))
            .Answers<ReadingBatchDocument>("addReadings", "Stores up to 10,000 readings and says what became of each.")
            .Takes(ReadingMembers.Batch)
            .Asks(BatchQuery)
            .Idempotent();
        readings
            .MapGet("", SeriesAsync)
            .Answers<ReadingSeriesDocument>("getReadings", "Reads a range, thinned so that no extreme is lost.")
            .Asks(SeriesQuery);
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
