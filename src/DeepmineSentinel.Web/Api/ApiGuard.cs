using System.Net.Http.Headers;
using DeepmineSentinel.Web.Problems;

namespace DeepmineSentinel.Web.Api;

/// <summary>What every request to the API must be: from here, and JSON. A browser never asks for another site's sake.</summary>
internal static class ApiGuard
{
    public static IApplicationBuilder UseApiGuard(this IApplicationBuilder app) =>
        app.UseWhen(
            context => context.Request.Path.StartsWithSegments(ApiRoutes.Root, StringComparison.OrdinalIgnoreCase),
            api =>
                api.Use(
                    (context, next) =>
                    {
                        RequireOwnOrigin(context.Request);
                        RequireJson(context.Request);
                        context.Response.Headers.CacheControl = "no-store";
                        return next(context);
                    }
                )
        );

    private static void RequireOwnOrigin(HttpRequest request)
    {
        string? origin = request.Headers.Origin;
        bool foreign = origin is not null
            ? !Uri.TryCreate(origin, UriKind.Absolute, out Uri? from)
                || !string.Equals(from.Authority, Authority(request), StringComparison.OrdinalIgnoreCase)
            : IsUnsafe(request) && request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site";
        if (foreign)
        {
            throw new RequestRefusedException(
                StatusCodes.Status403Forbidden,
                "foreign_origin",
                "The API does not answer pages of other sites."
            );
        }
    }

    // As in an origin: without the port that the scheme implies.
    private static string Authority(HttpRequest request) =>
        Uri.TryCreate($"{request.Scheme}://{request.Host}", UriKind.Absolute, out Uri? own) ? own.Authority : "";

    private static void RequireJson(HttpRequest request)
    {
        bool hasBody = request.ContentType is not null || request.ContentLength > 0;
        bool isJson =
            MediaTypeHeaderValue.TryParse(request.ContentType, out MediaTypeHeaderValue? type)
            && string.Equals(type.MediaType, "application/json", StringComparison.OrdinalIgnoreCase)
            && type.CharSet?.Trim('"').ToUpperInvariant() is null or "UTF-8";
        if (IsUnsafe(request) && hasBody && !isJson)
        {
            throw new RequestRefusedException(
                StatusCodes.Status415UnsupportedMediaType,
                "json_only",
                "The API takes application/json in UTF-8 only."
            );
        }
    }

    private static bool IsUnsafe(HttpRequest request) =>
        !HttpMethods.IsGet(request.Method)
        && !HttpMethods.IsHead(request.Method)
        && !HttpMethods.IsOptions(request.Method);
}
