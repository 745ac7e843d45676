using DeepmineSentinel.Core.Monitoring;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Web.Api.Description;
using DeepmineSentinel.Web.Api.Idempotency;
using DeepmineSentinel.Web.Services;
using DeepmineSentinel.Web.Services.Queries;
using DeepmineSentinel.Web.Services.Stopes;

namespace DeepmineSentinel.Web.Api.Records;

/// <summary>Events and outcomes of a stope: list and add.</summary>
internal static class RecordEndpoints
{
    public static void MapRecords(this IEndpointRouteBuilder api)
    {
        RouteGroupBuilder records = api.MapGroup("/stopes/{id}").WithTags("Events and outcomes");
        records
            .MapGet("/events", EventsAsync)
            .Answers<PageDocument<EventDocument>>("listEvents", "Lists what happened near a stope, newest first.")
            .Asks(PageQuery.Parameters);
        records
            .MapPost("/events", AddEventAsync)
            .Answers<EventDocument>("addEvent", "Keeps something that happened.", StatusCodes.Status201Created)
            .Takes(EventEntry.Fields)
            .Idempotent();
        records
            .MapGet("/outcomes", OutcomesAsync)
            .Answers<PageDocument<OutcomeDocument>>("listOutcomes", "Lists what was observed, newest first.")
            .Asks(PageQuery.Parameters);
        records
            .MapPost("/outcomes", AddOutcomeAsync)
            .Answers<OutcomeDocument>("addOutcome", "Keeps an observed outcome.", StatusCodes.Status201Created)
            .Takes(OutcomeEntry.Fields)
            .Idempotent();
    }

    private static async Task<IResult> EventsAsync(
        string id,
        HttpRequest request,
        StopeQueries stopes,
        StopeRecords records,
        CancellationToken cancellationToken
    )
    {
        int stopeId = RouteId.Of("stope", id);
        (int Number, int Size) page = PageQuery.Parse(request.Query);
        await stopes.GetAsync(stopeId, cancellationToken);
        (IReadOnlyList<OperationalEvent> rows, int total) = await records.EventsAsync(stopeId, page, cancellationToken);
        return PagedList.Of(request, rows.Select(EventDocument.Of), (page.Number, page.Size, total));
    }

    private static async Task<IResult> AddEventAsync(
        string id,
        HttpRequest request,
        StopeService service,
        CancellationToken cancellationToken
    )
    {
        int stopeId = RouteId.Of("stope", id);
        EventEntry entry = await EventEntry.Fields.ReadAsync(
            request,
            new EventEntry(),
            "invalid_event",
            cancellationToken
        );
        OperationalEvent happening = entry.ToEvent(stopeId);
        await service.AddEventAsync(happening, cancellationToken);
        return new JsonAnswer<EventDocument>(EventDocument.Of(happening)) { Status = StatusCodes.Status201Created };
    }

    private static async Task<IResult> OutcomesAsync(
        string id,
        HttpRequest request,
        StopeQueries stopes,
        StopeRecords records,
        CancellationToken cancellationToken
    )
    {
        int stopeId = RouteId.Of("stope", id);
        (int Number, int Size) page = PageQuery.Parse(request.Query);
        await stopes.GetAsync(stopeId, cancellationToken);
        var (rows, total) = await records.OutcomesAsync(stopeId, page, cancellationToken);
        return PagedList.Of(
            request,
            rows.Select(row => OutcomeDocument.Of(row.Outcome, row.State)),
            (page.Number, page.Size, total)
        );
    }

    private static async Task<IResult> AddOutcomeAsync(
        string id,
        HttpRequest request,
        StopeService service,
        CurrentOperator person,
        CancellationToken cancellationToken
    )
    {
        int stopeId = RouteId.Of("stope", id);
        OutcomeEntry entry = await OutcomeEntry.Fields.ReadAsync(
            request,
            new OutcomeEntry(),
            "invalid_outcome",
            cancellationToken
        );
        Outcome outcome = entry.ToOutcome(stopeId, person.Name);
        await service.AddOutcomeAsync(outcome, cancellationToken);
        return new JsonAnswer<OutcomeDocument>(OutcomeDocument.Of(outcome, outcome.StateAfter(null)))
        {
            Status = StatusCodes.Status201Created,
        };
    }
}
