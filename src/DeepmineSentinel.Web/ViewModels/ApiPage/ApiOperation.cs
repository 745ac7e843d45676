using Microsoft.OpenApi;

namespace DeepmineSentinel.Web.ViewModels.ApiPage;

/// <summary>One thing that the API can be asked.</summary>
public sealed record ApiOperation
{
    /// <summary>Its name; null: it is another's twin, as HEAD is GET's.</summary>
    public required string? Id { get; init; }

    public required string Group { get; init; }

    public required string Method { get; init; }

    public required string Path { get; init; }

    public required string Summary { get; init; }

    public required IReadOnlyList<ApiField> Fields { get; init; }

    /// <summary>Members of the body; null: it takes none.</summary>
    public required IReadOnlyList<ApiField>? Body { get; init; }

    public required IReadOnlyList<ApiAnswer> Answers { get; init; }

    public static ApiOperation Of(string path, HttpMethod method, OpenApiOperation operation) =>
        new()
        {
            Id = operation.OperationId,
            Group = operation.Tags?.FirstOrDefault()?.Name ?? "Other",
            Method = method.Method,
            Path = path,
            Summary = operation.Summary ?? "",
            Fields =
            [
                .. (operation.Parameters ?? []).Select(field => new ApiField(
                    field.Name ?? "",
                    field.In?.ToString().ToLowerInvariant() ?? "",
                    SchemaWords.Of(field.Schema),
                    field.Required,
                    field.Description
                )),
            ],
            Body = operation.RequestBody?.Content?.Values.FirstOrDefault()?.Schema is { } body
                ? Members(body, "")
                : null,
            Answers =
            [
                .. (operation.Responses ?? []).Select(answer => new ApiAnswer(
                    answer.Key,
                    answer.Value.Description ?? "",
                    SchemaWords.Of(answer.Value.Content?.Values.FirstOrDefault()?.Schema),
                    answer.Value.Content?.Keys.FirstOrDefault()
                )),
            ],
        };

    private static List<ApiField> Members(IOpenApiSchema schema, string before)
    {
        List<ApiField> fields = [];
        foreach ((string name, IOpenApiSchema member) in schema.Properties ?? new Dictionary<string, IOpenApiSchema>())
        {
            bool required = schema.Required?.Contains(name) == true;
            fields.Add(new ApiField(before + name, "body", SchemaWords.Of(member), required, member.Description));
            fields.AddRange(Members(member.Items ?? member, $"{before}{name}{(member.Items is null ? "." : "[].")}"));
        }

        return fields;
    }
}
