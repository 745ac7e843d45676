using System.Text.Json;
using DeepmineSentinel.Web.Problems;

namespace DeepmineSentinel.Web.Api;

/// <summary>Reads the JSON object of a request, within limits.</summary>
internal static class JsonBody
{
    /// <summary>Longest body, bytes, where the endpoint says nothing else.</summary>
    public const int Longest = 64 * 1024;

    /// <summary>Deepest nesting.</summary>
    public const int Deepest = 16;

    private static readonly JsonDocumentOptions Format = new() { MaxDepth = Deepest };

    /// <summary>The object; an empty body is an empty object.</summary>
    /// <exception cref="RequestRefusedException">The body is too long, is not JSON or is not an object.</exception>
    public static async Task<JsonDocument> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        RequestBytes bytes = await RequestBytes.OfAsync(request.HttpContext, cancellationToken);
        if (bytes.Memory.IsEmpty)
        {
            return JsonDocument.Parse("{}");
        }

        try
        {
            JsonDocument document = JsonDocument.Parse(bytes.Memory, Format);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document : throw NotAnObject();
        }
        catch (JsonException problem)
        {
            throw Invalid(problem);
        }
    }

    public static RequestRefusedException NotAnObject() =>
        new(StatusCodes.Status400BadRequest, "not_an_object", "The body must be a JSON object.");

    public static RequestRefusedException Invalid(JsonException problem) =>
        new(
            StatusCodes.Status400BadRequest,
            "invalid_json",
            $"The body is not JSON: line {problem.LineNumber + 1}, byte {problem.BytePositionInLine + 1}."
        );
}
