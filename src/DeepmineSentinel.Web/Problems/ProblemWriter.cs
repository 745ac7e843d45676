using System.Diagnostics;
using DeepmineSentinel.Web.Api;
using DeepmineSentinel.Web.Services;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace DeepmineSentinel.Web.Problems;

/// <summary>Writes a problem as a page where the client's Accept names HTML, else as a problem document.</summary>
internal static class ProblemWriter
{
    public static async Task WriteAsync(
        HttpContext context,
        ProblemDetails problem,
        CancellationToken cancellationToken
    )
    {
        int status = problem.Status ?? StatusCodes.Status500InternalServerError;
        string traceId = Activity.Current?.Id ?? context.TraceIdentifier;
        problem.Extensions["traceId"] = traceId;
        context.Response.StatusCode = status;
        if (WantsHtml(context.Request))
        {
            context.Response.ContentType = "text/html; charset=utf-8";
            await context.Response.WriteAsync(ErrorPage.Html(problem, traceId), cancellationToken);
            return;
        }

        await context.Response.WriteAsJsonAsync(
            problem,
            WebJson.Options,
            contentType: "application/problem+json",
            cancellationToken
        );
    }

    /// <summary>Gives a status that came without a body its document.</summary>
    public static Task WriteStatusAsync(HttpContext context)
    {
        int status = context.Response.StatusCode;
        ProblemDetails problem = new()
        {
            Status = status,
            Title = ReasonPhrases.GetReasonPhrase(status),
            Detail = status switch
            {
                StatusCodes.Status404NotFound => "There is nothing at this address.",
                StatusCodes.Status400BadRequest when IsApi(context.Request) => "The request is malformed.",
                StatusCodes.Status400BadRequest =>
                    "The form was not accepted. Load the page again and send it from there.",
                StatusCodes.Status405MethodNotAllowed => "This address does not take this kind of request.",
                _ => "The request was not carried out.",
            },
            Extensions = { ["code"] = $"http_{status}" },
        };
        return WriteAsync(context, problem, context.RequestAborted);
    }

    private static bool IsApi(HttpRequest request) =>
        request.Path.StartsWithSegments(ApiRoutes.Root, StringComparison.OrdinalIgnoreCase);

    // Scripts never get a page from the API, whatever their Accept says.
    private static bool WantsHtml(HttpRequest request) =>
        !IsApi(request)
        && request
            .GetTypedHeaders()
            .Accept.Any(type => type.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase));
}
