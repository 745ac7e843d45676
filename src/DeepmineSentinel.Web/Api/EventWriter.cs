using System.Globalization;
using System.Text;
using System.Text.Json;
using DeepmineSentinel.Web.Services;

namespace DeepmineSentinel.Web.Api;

/// <summary>Writes server-sent events. It waits for its reader and keeps nothing for it.</summary>
/// <param name="response">Nothing was written to it yet.</param>
/// <param name="heartbeat">Longest silence.</param>
/// <param name="clock">Measures it.</param>
internal sealed class EventWriter(HttpResponse response, TimeSpan heartbeat, TimeProvider clock)
{
    private static readonly TimeSpan Reconnect = TimeSpan.FromSeconds(2);

    private long lastSent;

    /// <summary>Sends the headers, and how soon to come back after a lost connection.</summary>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        response.ContentType = "text/event-stream; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        response.Headers["X-Accel-Buffering"] = "no";
        return WriteAsync(
            string.Create(CultureInfo.InvariantCulture, $"retry: {Reconnect.TotalMilliseconds}\n\n"),
            cancellationToken
        );
    }

    /// <param name="name">Name of the event.</param>
    /// <param name="id">Where to go on after a lost connection; null: where it was.</param>
    /// <param name="data">One JSON document.</param>
    /// <param name="cancellationToken">Stops waiting for the reader.</param>
    public Task SendAsync<TData>(string name, int? id, TData data, CancellationToken cancellationToken)
    {
        string place = id is { } number ? string.Create(CultureInfo.InvariantCulture, $"id: {number}\n") : "";
        return WriteAsync(
            $"{place}event: {name}\ndata: {JsonSerializer.Serialize(data, WebJson.Options)}\n\n",
            cancellationToken
        );
    }

    /// <summary>Says that the connection lives, if it was silent for long.</summary>
    public Task BeatAsync(CancellationToken cancellationToken) =>
        clock.GetElapsedTime(lastSent) >= heartbeat ? WriteAsync(": alive\n\n", cancellationToken) : Task.CompletedTask;

    private async Task WriteAsync(string text, CancellationToken cancellationToken)
    {
        await response.WriteAsync(text, Encoding.UTF8, cancellationToken);
        await response.Body.FlushAsync(cancellationToken);
        lastSent = clock.GetTimestamp();
    }
}
