using DeepmineSentinel.Core.Alerts;
using DeepmineSentinel.Web.Api.Description;
using DeepmineSentinel.Web.Services;
using DeepmineSentinel.Web.Services.Alerts;
using DeepmineSentinel.Web.Services.Queries;

namespace DeepmineSentinel.Web.Api;

/// <summary>Alerts: list, look, acknowledge, silence, resolve.</summary>
internal static class AlertEndpoints
{
    public static void MapAlerts(this IEndpointRouteBuilder api)
    {
        RouteGroupBuilder alerts = api.MapGroup("/alerts").WithTags("Alerts");
        alerts
            .MapGet("", ListAsync)
            .Answers<PageDocument<AlertDocument>>("listAlerts", "Lists alerts.")
            .Asks(AlertListQuery.Parameters);
        alerts.MapGet("/{id}", GetAsync).Answers<AlertDocument>("getAlert", "Reads an alert with its history.");
        alerts
            .MapPost("/{id}/acknowledge", AcknowledgeAsync)
            .Answers<AlertDocument>("acknowledgeAlert", "Takes an alert in hand.")
            .Takes(AlertAnswer.Acknowledge);
        alerts
            .MapPost("/{id}/silence", SilenceAsync)
            .Answers<AlertDocument>("silenceAlert", "Silences an alert until a moment.")
            .Takes(AlertAnswer.Silence);
        alerts
            .MapPost("/{id}/resolve", ResolveAsync)
            .Answers<AlertDocument>("resolveAlert", "Ends an alert with a reason.")
            .Takes(AlertAnswer.Resolve);
    }

    private static async Task<IResult> ListAsync(
        HttpRequest request,
        AlertQueries alerts,
        ResponsePlans plans,
        CancellationToken cancellationToken
    )
    {
        AlertListPage found = await alerts.FindAsync(AlertListQuery.Parse(request.Query), cancellationToken);
        ResponsePlan plan = (await plans.CurrentAsync(cancellationToken)).Plan;
        return PagedList.Of(
            request,
            found.Rows.Select(row => AlertDocument.Of(row, plan)),
            (found.Page, found.PageSize, found.Total)
        );
    }

    private static Task<IResult> GetAsync(
        string id,
        AlertQueries alerts,
        ResponsePlans plans,
        CancellationToken cancellationToken
    ) => WholeAsync(Id(id), alerts, plans, cancellationToken);

    private static async Task<IResult> AcknowledgeAsync(
        string id,
        HttpRequest request,
        AlertService service,
        AlertQueries alerts,
        ResponsePlans plans,
        CancellationToken cancellationToken
    )
    {
        AlertAnswer answer = await ReadAsync(request, AlertAnswer.Acknowledge, cancellationToken);
        await service.AcknowledgeAsync((Id(id), answer.Revision), answer.Comment, cancellationToken);
        return await WholeAsync(Id(id), alerts, plans, cancellationToken);
    }

    private static async Task<IResult> SilenceAsync(
        string id,
        HttpRequest request,
        AlertService service,
        AlertQueries alerts,
        ResponsePlans plans,
        CancellationToken cancellationToken
    )
    {
        AlertAnswer answer = await ReadAsync(request, AlertAnswer.Silence, cancellationToken);
        await service.SilenceAsync((Id(id), answer.Revision), answer.Until!.Value, answer.Comment, cancellationToken);
        return await WholeAsync(Id(id), alerts, plans, cancellationToken);
    }

    private static async Task<IResult> ResolveAsync(
        string id,
        HttpRequest request,
        AlertService service,
        AlertQueries alerts,
        ResponsePlans plans,
        CancellationToken cancellationToken
    )
    {
        AlertAnswer answer = await ReadAsync(request, AlertAnswer.Resolve, cancellationToken);
        await service.ResolveAsync((Id(id), answer.Revision), answer.Comment, cancellationToken);
        return await WholeAsync(Id(id), alerts, plans, cancellationToken);
    }

    private static async Task<IResult> WholeAsync(
        int id,
        AlertQueries alerts,
        ResponsePlans plans,
        CancellationToken cancellationToken
    )
    {
        AlertRow row = await alerts.GetAsync(id, cancellationToken);
        IReadOnlyList<AlertChange> history = await alerts.ChangesAsync(id, cancellationToken);
        ResponsePlan plan = (await plans.CurrentAsync(cancellationToken)).Plan;
        return Results.Json(AlertDocument.Of(row, plan, history), WebJson.Options);
    }

    private static Task<AlertAnswer> ReadAsync(
        HttpRequest request,
        FieldReader<AlertAnswer> fields,
        CancellationToken cancellationToken
    ) => fields.ReadAsync(request, new AlertAnswer(), "invalid_answer", cancellationToken);

    private static int Id(string text) => RouteId.Of("alert", text);
}
