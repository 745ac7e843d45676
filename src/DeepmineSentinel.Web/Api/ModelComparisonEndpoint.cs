using DeepmineSentinel.Web.Services;
using DeepmineSentinel.Web.Services.Comparison;

namespace DeepmineSentinel.Web.Api;

/// <summary>Runs side by side for programs.</summary>
internal static class ModelComparisonEndpoint
{
    public static void MapModelComparison(this IEndpointRouteBuilder api) =>
        api.MapGet(
            "/models/compare",
            async (string[] run, RunComparer comparer, CancellationToken cancellationToken) =>
                Results.Json(await comparer.CompareAsync(run, cancellationToken), WebJson.Options)
        );
}
