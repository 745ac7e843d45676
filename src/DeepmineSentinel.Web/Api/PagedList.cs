namespace DeepmineSentinel.Web.Api;

/// <summary>Answers one page of a list, with its neighbours in the body and in the header <c>Link</c>.</summary>
internal static class PagedList
{
    /// <param name="request">What was asked; its address is that of the other pages but for their number.</param>
    /// <param name="items">What is on the page.</param>
    /// <param name="page">Its number, from 1; the most items on it; items on all pages.</param>
    public static IResult Of<TItem>(
        HttpRequest request,
        IEnumerable<TItem> items,
        (int Number, int Size, int Total) page
    )
    {
        int pages = Math.Max(1, (page.Total + page.Size - 1) / page.Size);
        IReadOnlyDictionary<string, string> links = PageLinks.Of(request, page.Number, pages);
        request.HttpContext.Response.Headers.Link = PageLinks.Header(links);
        return new TaggedDocument<PageDocument<TItem>>(
            new PageDocument<TItem>([.. items], page.Number, page.Size, page.Total) { Links = links }
        );
    }
}
