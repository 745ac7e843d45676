using System.Text.Json;

namespace DeepmineSentinel.Web.Tests.Api;

/// <summary>Reads server-sent events as a browser does.</summary>
internal sealed class EventStreamReader(HttpResponseMessage response, StreamReader lines) : IDisposable
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Id that a lost connection would be taken up with.</summary>
    public string? LastId { get; private set; }

    /// <summary>Comments seen.</summary>
    public int Beats { get; private set; }

    public static async Task<EventStreamReader> OpenAsync(HttpClient http, string runId, string? lastId = null)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, $"{ApiClient.Runs}/{runId}/events");
        request.Headers.TryAddWithoutValidation("Last-Event-ID", lastId);
        HttpResponseMessage response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Token);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        return new EventStreamReader(response, new StreamReader(await response.Content.ReadAsStreamAsync(Token)));
    }

    /// <summary>The next event; null: the stream ended.</summary>
    public async Task<(string Name, JsonElement Data)?> NextAsync()
    {
        string name = "message";
        while (await lines.ReadLineAsync(Token) is { } line)
        {
            if (line.StartsWith(':'))
            {
                Beats++;
            }
            else if (line.StartsWith("event: ", StringComparison.Ordinal))
            {
                name = line[7..];
            }
            else if (line.StartsWith("id: ", StringComparison.Ordinal))
            {
                LastId = line[4..];
            }
            else if (line.StartsWith("data: ", StringComparison.Ordinal))
            {
                return (name, JsonElement.Parse(line[6..]));
            }
        }

        return null;
    }

    /// <summary>Everything until the stream ends by itself.</summary>
    public async Task<List<(string Name, JsonElement Data)>> ToEndAsync()
    {
        List<(string, JsonElement)> events = [];
        while (await NextAsync() is { } next)
        {
            events.Add(next);
        }

        return events;
    }

    public void Dispose()
    {
        lines.Dispose();
        response.Dispose();
    }
}
