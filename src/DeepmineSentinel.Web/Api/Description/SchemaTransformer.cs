using System.Text.Json;
using System.Text.Json.Nodes;
using DeepmineSentinel.Web.Services;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace DeepmineSentinel.Web.Api.Description;

/// <summary>
/// Keeps null out of what may be null only in places: the words of an enumeration, and objects that are handed on as they are.
/// Where a member may be null, the member says so.
/// </summary>
internal sealed class SchemaTransformer : IOpenApiSchemaTransformer
{
    public Task TransformAsync(
        OpenApiSchema schema,
        OpenApiSchemaTransformerContext context,
        CancellationToken cancellationToken
    )
    {
        Type type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        if (type.IsEnum)
        {
            schema.Type = JsonSchemaType.String;
            schema.Enum = [.. Enum.GetValues(type).Cast<object>().Select(Word)];
        }
        else if (type == typeof(JsonElement))
        {
            schema.Type = JsonSchemaType.Object;
        }

        return Task.CompletedTask;
    }

    private static JsonNode Word(object value) =>
        JsonSerializer.SerializeToNode(value, value.GetType(), WebJson.Options)!;
}
