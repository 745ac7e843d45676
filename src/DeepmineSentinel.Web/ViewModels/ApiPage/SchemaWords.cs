using DeepmineSentinel.Web.Languages;
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
            { OneOf.Count: > 0 } => string.Join($" {Texts.Of("or")} ", schema.OneOf.Select(Of)),
            { Enum.Count: > 0 } => string.Join(" | ", schema.Enum),
            { Items: { } items } => Texts.Of("list of {0}", Of(items)),
            _ => Plain(schema),
        };

    private static string Plain(IOpenApiSchema schema)
    {
        JsonSchemaType type = schema.Type ?? JsonSchemaType.Object;
        string kind = Texts.Of((type & ~JsonSchemaType.Null).ToString().ToLowerInvariant());
        string range =
            schema.ExclusiveMinimum is { } above ? $" {Texts.Of("above {0} to {1}", above, schema.Maximum)}"
            : schema.Minimum is { } least ? $" {Texts.Of("{0} to {1}", least, schema.Maximum)}"
            : schema.MaxLength is { } longest ? $" {Texts.Of("of at most {0} characters", $"{longest}")}"
            : "";
        string format = schema.Format == "date-time" ? $" ({Texts.Of("moment with its zone")})" : "";
        return $"{kind}{format}{range}{(type.HasFlag(JsonSchemaType.Null) ? $" {Texts.Of("or null")}" : "")}";
    }
}
