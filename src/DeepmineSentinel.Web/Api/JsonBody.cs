using System.Text.Json;
using DeepmineSentinel.Web.Problems;

namespace DeepmineSentinel.Web.Api;

/// <summary>Reads the JSON object of a request, within limits.</summary>
internal static class JsonBody
{
    /// <summary>Longest body, bytes.</summary>
    public const int Longest = 64 * 1024;

    private static readonly JsonDocumentOptions Format = new() { MaxDepth = 16 };

    /// <summary>The object; an empty body is an empty object.</summary>
    /// <exception cref="RequestRefusedException">The body is too long, is not JSON or is not an object.</exception>
    public static async Task<JsonDocument> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        byte[] bytes = await BytesAsync(request, cancellationToken);
        if (bytes.Length == 0)
        {
            return JsonDocument.Parse("{}");
        }

        try
        {
            JsonDocument document = JsonDocument.Parse(bytes, Format);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? document
                : throw Refused(StatusCodes.Status400BadRequest, "not_an_object", "The body must be a JSON object.");
        }
        catch (JsonException problem)
        {
            throw Refused(
                StatusCodes.Status400BadRequest,
                "invalid_json",
                $"The body is not JSON: line {problem.LineNumber + 1}, byte {problem.BytePositionInLine + 1}."
            );
        }
    }

    private static async Task<byte[]> BytesAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > Longest)
        {
            throw TooLong();
        }

        using MemoryStream bytes = new();
        byte[] part = new byte[8 * 1024];
        while (await request.Body.ReadAsync(part, cancellationToken) is > 0 and int read)
        {
            if (bytes.Length + read > Longest)
            {
                throw TooLong();
            }

            bytes.Write(part.AsSpan(0, read));
        }

        return bytes.ToArray();
    }

    private static RequestRefusedException TooLong() =>
        Refused(StatusCodes.Status413PayloadTooLarge, "body_too_large", $"The body may be at most {Longest} bytes.");

    private static RequestRefusedException Refused(int status, string code, string message) =>
        new(status, code, message);
}
