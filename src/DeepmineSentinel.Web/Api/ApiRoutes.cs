using DeepmineSentinel.Web.Api.Description;
using DeepmineSentinel.Web.Api.Idempotency;
using DeepmineSentinel.Web.Api.Predictions;
using DeepmineSentinel.Web.Api.Readings;
using DeepmineSentinel.Web.Api.Records;
using DeepmineSentinel.Web.Api.Registry;
using DeepmineSentinel.Web.Api.Stopes;

namespace DeepmineSentinel.Web.Api;

/// <summary>Every address of the API, in one place.</summary>
internal static class ApiRoutes
{
    public const string Root = "/api/v1";

    public static void MapApi(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder api = routes.MapGroup(Root);
        api.MapStopes();
        api.MapReadings();
        api.MapRecords();
        api.MapPredictions();
        api.MapBatches();
        api.MapTrainingRuns();
        api.MapAlerts();
        api.MapArtifacts();
        api.MapModels();
    }

    public static IServiceCollection AddApi(this IServiceCollection services) =>
        services
            .AddApiDocument()
            .AddSingleton<KeysAtWork>()
            .AddScoped<StopeEditing>()
            .AddScoped<TrainingRunDocuments>()
            .AddScoped<TrainingFollower>()
            .AddSingleton<ListenerSlots>();
}
