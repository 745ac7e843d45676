using DeepmineSentinel.Core.Alerts;
using DeepmineSentinel.Web.Services.Queries;
using DeepmineSentinel.Web.ViewModels;
using Microsoft.AspNetCore.Mvc;

namespace DeepmineSentinel.Web.Components;

/// <summary>The number of open alerts in the navigation of every page: one statement.</summary>
public sealed class OpenAlertsViewComponent(AlertQueries alerts, PageParts parts) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync() =>
        View(
            await parts.LoadAsync<IReadOnlyDictionary<AlertLevel, int>>(
                "number of alerts",
                async () => await alerts.OpenAsync(HttpContext.RequestAborted)
            )
        );
}
