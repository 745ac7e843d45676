using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Web.Services.Queries;
using DeepmineSentinel.Web.ViewModels;
using DeepmineSentinel.Web.ViewModels.Stopes;
using Microsoft.AspNetCore.Mvc;

namespace DeepmineSentinel.Web.Components;

/// <summary>The notes of a stope on its page: one statement.</summary>
public sealed class StopeNotesViewComponent(HistoryQueries history, PageParts parts) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(int stopeId, string zone)
    {
        PagePart<IReadOnlyList<StopeNote>> found = await parts.LoadAsync<IReadOnlyList<StopeNote>>(
            "notes",
            async () => await history.NewestNotesAsync(stopeId, HttpContext.RequestAborted)
        );
        ViewBag.Failure = found.Failure;
        return View(new StopeNotesViewModel(stopeId, zone, found.Value ?? []));
    }
}
