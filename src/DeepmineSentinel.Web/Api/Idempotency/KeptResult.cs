using DeepmineSentinel.Data.Answers;
using DeepmineSentinel.Web.Problems;

namespace DeepmineSentinel.Web.Api.Idempotency;

/// <summary>Gives a kept answer again, if the request is the same.</summary>
internal sealed class KeptResult(KeptAnswer kept, string bodyHash) : IResult
{
    /// <summary>Header that says that nothing was carried out now.</summary>
    public const string Header = "Idempotency-Replayed";

    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (kept.BodyHash != bodyHash)
        {
            throw new RequestRefusedException(
                StatusCodes.Status422UnprocessableEntity,
                "idempotency_key_reused",
                "This key was used for a request with another body; a new request needs a new key."
            );
        }

        HttpResponse response = httpContext.Response;
        response.StatusCode = kept.Status;
        response.ContentType = "application/json; charset=utf-8";
        response.Headers[Header] = "true";
        if (kept.Location is not null)
        {
            response.Headers.Location = kept.Location;
        }

        if (kept.Tag is not null)
        {
            response.Headers.ETag = kept.Tag;
        }

        return response.WriteAsync(kept.Content, httpContext.RequestAborted);
    }
}
