using System.Text.Json;
using DeepmineSentinel.Web.Services;

namespace DeepmineSentinel.Web.Api;

/// <summary>A document that answers what was done; nobody keeps it.</summary>
internal sealed class JsonAnswer<TDocument>(TDocument document) : IResult
{
    public int Status { get; init; } = StatusCodes.Status200OK;

    /// <summary>Address of what was made or queued; null: there is none.</summary>
    public string? Location { get; init; }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        HttpResponse response = httpContext.Response;
        byte[] content = JsonSerializer.SerializeToUtf8Bytes(document, WebJson.Options);
        response.StatusCode = Status;
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = content.Length;
        if (Location is not null)
        {
            response.Headers.Location = Location;
        }

        await response.Body.WriteAsync(content, httpContext.RequestAborted);
    }
}
