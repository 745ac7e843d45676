using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace DeepmineSentinel.Web.Tests.Api.Contract;

/// <summary>Holds answers to what the site itself says of them in <c>/openapi/v1.json</c>.</summary>
internal sealed class ApiContract(JsonElement document)
{
    public const string Address = "/openapi/v1.json";

    private static readonly SemaphoreSlim Gate = new(1);
    private static ApiContract? known;

    private readonly SchemaValidator validator = new(document);

    public JsonElement Document => document;

    /// <summary>The contract; that of one site is that of all.</summary>
    public static async Task<ApiContract> OfAsync(HttpClient site)
    {
        CancellationToken token = TestContext.Current.CancellationToken;
        await Gate.WaitAsync(token);
        try
        {
            return known ??= new ApiContract(await site.GetFromJsonAsync<JsonElement>(Address, token));
        }
        finally
        {
            Gate.Release();
        }
    }

    /// <summary>Fails where an answer is not what the document says of its operation and status.</summary>
    public void Check(HttpResponseMessage response, JsonElement body)
    {
        HttpRequestMessage request = response.RequestMessage!;
        string path = request.RequestUri!.AbsolutePath;
        if (PathOf(path) is not { } operations)
        {
            return;
        }

        string what = $"{request.Method} {path} {(int)response.StatusCode}";
        if (!operations.TryGetProperty(request.Method.Method.ToLowerInvariant(), out JsonElement operation))
        {
            Assert.True(response.StatusCode is HttpStatusCode.MethodNotAllowed or HttpStatusCode.Forbidden, what);
            return;
        }

        string status = ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture);
        Assert.True(
            operation.GetProperty("responses").TryGetProperty(status, out JsonElement answer),
            $"{what} is not described"
        );
        string? type = response.Content.Headers.ContentType?.MediaType;
        if (type is null)
        {
            return;
        }

        Assert.True(
            answer.TryGetProperty("content", out JsonElement content) && content.TryGetProperty(type, out _),
            $"{what}: {type} is not described"
        );
        if (body.ValueKind != JsonValueKind.Undefined)
        {
            JsonElement schema = content.GetProperty(type).GetProperty("schema");
            IReadOnlyList<string> problems = validator.Check(body, schema);
            Assert.True(problems.Count == 0, $"{what}: {string.Join("; ", problems)}");
        }
    }

    // The path with the most words of its own: /models/compare before /models/{runId}.
    private JsonElement? PathOf(string path)
    {
        string[] parts = path.Split('/');
        JsonProperty? best = null;
        foreach (JsonProperty candidate in document.GetProperty("paths").EnumerateObject())
        {
            string[] words = candidate.Name.Split('/');
            bool fits =
                words.Length == parts.Length
                && words.Zip(parts).All(pair => pair.First == pair.Second || pair.First.StartsWith('{'));
            if (fits && (best is not { } before || Unnamed(candidate.Name) < Unnamed(before.Name)))
            {
                best = candidate;
            }
        }

        return best?.Value;

        static int Unnamed(string template) => template.Count(letter => letter == '{');
    }
}
