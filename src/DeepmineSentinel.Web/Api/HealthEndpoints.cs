using DeepmineSentinel.Web.Services;
using DeepmineSentinel.Web.Services.Health;

namespace DeepmineSentinel.Web.Api;

/// <summary>GET /health/live, /health/ready and /health/model: 200 healthy or degraded, 503 unhealthy.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", Live);
        routes.MapGet("/health/ready", ReadyAsync);
        routes.MapGet("/health/model", ModelAsync);
    }

    private static IResult Live(TimeProvider clock) =>
        Answer(HealthState.Healthy, new { status = HealthState.Healthy, checkedAt = clock.GetUtcNow().UtcDateTime });

    private static async Task<IResult> ReadyAsync(
        HealthService health,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        ComponentHealth database = await health.CheckReadyAsync(cancellationToken);
        return Answer(
            database.Status,
            new
            {
                status = database.Status,
                checkedAt = clock.GetUtcNow().UtcDateTime,
                components = new { database },
            }
        );
    }

    private static async Task<IResult> ModelAsync(HealthService health, CancellationToken cancellationToken)
    {
        HealthReport report = await health.CheckAsync(cancellationToken);
        return Answer(report.Status, report);
    }

    private static IResult Answer<TDocument>(HealthState state, TDocument document) =>
        Results.Json(
            document,
            WebJson.Options,
            statusCode: state == HealthState.Unhealthy
                ? StatusCodes.Status503ServiceUnavailable
                : StatusCodes.Status200OK
        );
}
