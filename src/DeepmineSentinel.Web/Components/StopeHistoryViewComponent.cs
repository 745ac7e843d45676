using DeepmineSentinel.Core.Auditing;
using DeepmineSentinel.Web.Services.Queries;
using DeepmineSentinel.Web.ViewModels;
using DeepmineSentinel.Web.ViewModels.Stopes;
using Microsoft.AspNetCore.Mvc;

namespace DeepmineSentinel.Web.Components;

/// <summary>The newest lines of a stope's audit trail on its page: one statement.</summary>
public sealed class StopeHistoryViewComponent(HistoryQueries history, PageParts parts) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(int stopeId, string zone)
    {
        PagePart<IReadOnlyList<AuditEntry>> found = await parts.LoadAsync<IReadOnlyList<AuditEntry>>(
            "history",
            async () => await history.NewestEntriesAsync(stopeId, HttpContext.RequestAborted)
        );
        ViewBag.Failure = found.Failure;
        return View(new StopeHistoryViewModel(stopeId, zone, found.Value ?? []));
    }
}
