using System.Text.Json;
using DeepmineSentinel.Web.Services;
using Microsoft.Net.Http.Headers;

namespace DeepmineSentinel.Web.Api;

/// <summary>A document with its ETag; 304 without a body where the caller has it already.</summary>
/// <param name="document">What is answered.</param>
/// <param name="tag">Its tag; null: that of its bytes.</param>
internal sealed class TaggedDocument<TDocument>(TDocument document, EntityTagHeaderValue? tag = null) : IResult
{
    public int Status { get; init; } = StatusCodes.Status200OK;

    /// <summary>Address of what was made; null: nothing was.</summary>
    public string? Location { get; init; }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        HttpResponse response = httpContext.Response;
        byte[] content = JsonSerializer.SerializeToUtf8Bytes(document, WebJson.Options);
        EntityTagHeaderValue known = tag ?? EntityTags.OfContent(content);
        response.GetTypedHeaders().ETag = known;
        // To be kept by the caller, but never used without asking.
        response.Headers.CacheControl = "private, no-cache";
        if (Location is not null)
        {
            response.Headers.Location = Location;
        }

        if (HttpMethods.IsGet(httpContext.Request.Method) && EntityTags.IsKnown(httpContext.Request, known))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.StatusCode = Status;
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = content.Length;
        await response.Body.WriteAsync(content, httpContext.RequestAborted);
    }
}
