using DeepmineSentinel.Core.Alerts;
using DeepmineSentinel.Web.Services.Queries;
using DeepmineSentinel.Web.ViewModels;
using DeepmineSentinel.Web.ViewModels.Alerts;
using Microsoft.AspNetCore.Mvc;

namespace DeepmineSentinel.Web.Components;

/// <summary>The alerts of a stope on its page: one statement.</summary>
public sealed class StopeAlertsViewComponent(AlertQueries alerts, PageParts parts) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(int stopeId, string zone)
    {
        PagePart<IReadOnlyList<Alert>> found = await parts.LoadAsync<IReadOnlyList<Alert>>(
            "alerts",
            async () => await alerts.OfStopeAsync(stopeId, HttpContext.RequestAborted)
        );
        return View(new StopeAlertsViewModel(stopeId, zone, found));
    }
}
