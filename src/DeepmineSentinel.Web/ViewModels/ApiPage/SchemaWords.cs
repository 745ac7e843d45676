using Microsoft.OpenApi;

namespace DeepmineSentinel.Web.ViewModels.ApiPage;

/// <summary>Schemas in words.</summary>
public static class SchemaWords
{
    public static string Of(IOpenApiSchema? schema) =>
        schema switch
        {
            null => "",
            OpenApiSchemaReference reference => reference.Reference.Id ?? "",
            { OneOf.Count: > 0 } => string.Join(" or ", schema.OneOf.Select(Of)),
            { Enum.Count: > 0 } => string.Join(" | ", schema.Enum),
            { Items: { } items } => $"list of {Of(items)}",
            _ => Plain(schema),
        };

    private static string Plain(IOpenApiSchema schema)
    {
        JsonSchemaType type = schema.Type ?? JsonSchemaType.Object;
        string kind = (type & ~JsonSchemaType.Null).ToString().ToLowerInvariant();
        string range =
            schema.ExclusiveMinimum is { } above ? $" above {above} to {schema.Maximum}"
            : schema.Minimum is { } least ? $" {least} to {schema.Maximum}"
            : schema.MaxLength is { } longest ? $" of at most {longest} characters"
            : "";
        string format = schema.Format == "date-time" ? " (moment with its zone)" : "";
        return $"{kind}{format}{range}{(type.HasFlag(JsonSchemaType.Null) ? " or null" : "")}";
    }
}
