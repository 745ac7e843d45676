using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;

namespace DeepmineSentinel.Web.Api;

/// <summary>Addresses of the pages of a list, with everything else of the query kept.</summary>
internal static class PageLinks
{
    public static IReadOnlyDictionary<string, string> Of(HttpRequest request, int page, int pages)
    {
        Dictionary<string, string> links = new()
        {
            ["self"] = On(request, page),
            ["first"] = On(request, 1),
            ["last"] = On(request, pages),
        };
        if (page > 1)
        {
            links["prev"] = On(request, Math.Min(page - 1, pages));
        }

        if (page < pages)
        {
            links["next"] = On(request, page + 1);
        }

        return links;
    }

    /// <summary>The same as the value of the header <c>Link</c> (RFC 8288).</summary>
    public static string Header(IReadOnlyDictionary<string, string> links) =>
        string.Join(", ", links.Select(link => $"<{link.Value}>; rel=\"{link.Key}\""));

    private static string On(HttpRequest request, int page)
    {
        QueryBuilder query = new(request.Query.Where(field => field.Key != "page"))
        {
            { "page", page.ToString(CultureInfo.InvariantCulture) },
        };
        return $"{request.Path}{query.ToQueryString()}";
    }
}
