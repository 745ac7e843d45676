using DeepmineSentinel.Web.Services.Health;
using DeepmineSentinel.Web.ViewModels;
using Microsoft.AspNetCore.Mvc;

namespace DeepmineSentinel.Web.Controllers;

/// <summary>The health document for people.</summary>
public sealed class HealthPageController(HealthService health, PageParts parts) : Controller
{
    [HttpGet("/health")]
    public async Task<IActionResult> Index(CancellationToken cancellationToken) =>
        View(await parts.LoadAsync("health", async () => await health.CheckAsync(cancellationToken)));
}
