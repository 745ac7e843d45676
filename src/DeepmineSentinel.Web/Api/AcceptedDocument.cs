using DeepmineSentinel.Web.Services;

namespace DeepmineSentinel.Web.Api;

/// <summary>202: it was taken, and this is where to look.</summary>
internal sealed class AcceptedDocument(string location, TrainingRunDocument document) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status202Accepted;
        httpContext.Response.Headers.Location = location;
        return httpContext.Response.WriteAsJsonAsync(document, WebJson.Options, httpContext.RequestAborted);
    }
}
