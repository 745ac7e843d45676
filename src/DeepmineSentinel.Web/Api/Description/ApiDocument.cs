using System.Text.Json.Serialization;
using DeepmineSentinel.Web.Services;
using Microsoft.OpenApi;

namespace DeepmineSentinel.Web.Api.Description;

/// <summary>The description of the API as an OpenAPI document (docs/decisions/102).</summary>
internal static class ApiDocument
{
    /// <summary>Its name.</summary>
    public const string Name = "v1";

    /// <summary>Its address.</summary>
    public const string Address = "/openapi/v1.json";

    public static IServiceCollection AddApiDocument(this IServiceCollection services)
    {
        // What the schemas are made from: the way that answers are written in.
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            foreach (JsonConverter converter in WebJson.Options.Converters)
            {
                json.SerializerOptions.Converters.Add(converter);
            }
        });
        services.AddSingleton<DescribedApi>();
        return services.AddOpenApi(
            Name,
            options =>
            {
                options.ShouldInclude = endpoint =>
                    endpoint.RelativePath?.StartsWith(ApiRoutes.Root[1..], StringComparison.Ordinal) == true;
                options.AddSchemaTransformer<SchemaTransformer>();
                options.AddOperationTransformer<OperationTransformer>();
                options.AddDocumentTransformer(
                    (document, _, _) =>
                    {
                        document.Info = new OpenApiInfo
                        {
                            Title = "DeepmineSentinel",
                            Version = Name,
                            Description = Description,
                        };
                        return Task.CompletedTask;
                    }
                );
            }
        );
    }

    private const string Description =
        "Stopes, their readings, predictions, alerts, models and training runs. JSON in UTF-8; moments are UTC, and those that are sent name their "
        + "zone. Every error is a problem document with a stable code. Predictions are aids, not a substitute for inspection.";
}
