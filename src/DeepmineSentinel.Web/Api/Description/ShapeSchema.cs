using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace DeepmineSentinel.Web.Api.Description;

/// <summary>Shapes of requests as schemas of OpenAPI.</summary>
internal static class ShapeSchema
{
    public static OpenApiSchema Of(JsonObjectShape shape) =>
        new()
        {
            Type = JsonSchemaType.Object,
            Properties = shape.Members.ToDictionary(
                member => member.Key,
                member => (IOpenApiSchema)Of(member.Value),
                StringComparer.Ordinal
            ),
            Required = new HashSet<string>(shape.Required, StringComparer.Ordinal),
            AdditionalPropertiesAllowed = false,
        };

    public static OpenApiSchema Of(JsonShape shape)
    {
        OpenApiSchema schema = shape.Members is { } members ? Of(members) : new OpenApiSchema();
        schema.Type = TypeOf(shape);
        schema.Format = shape.Format;
        schema.MaxLength = shape.Longest;
        schema.Items = shape.Items is { } items ? Of(items) : null;
        if (shape.Words.Count > 0)
        {
            schema.Enum = [.. shape.Words.Select(word => (JsonNode)word)];
        }

        if (shape.Range is { } range)
        {
            string least = range.Minimum.ToString(CultureInfo.InvariantCulture);
            schema.Minimum = range.MinimumExcluded ? null : least;
            schema.ExclusiveMinimum = range.MinimumExcluded ? least : null;
            schema.Maximum = range.Maximum.ToString(CultureInfo.InvariantCulture);
            schema.Description = range.Unit.Length > 0 ? $"{range.Label}, {range.Unit}" : null;
        }

        return schema;
    }

    private static JsonSchemaType TypeOf(JsonShape shape)
    {
        JsonSchemaType type = shape.Type switch
        {
            "string" => JsonSchemaType.String,
            "integer" => JsonSchemaType.Integer,
            "number" => JsonSchemaType.Number,
            "boolean" => JsonSchemaType.Boolean,
            "array" => JsonSchemaType.Array,
            _ => JsonSchemaType.Object,
        };
        return shape.Nullable ? type | JsonSchemaType.Null : type;
    }
}
