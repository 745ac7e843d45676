using DeepmineSentinel.Web.Services.Health;
using DeepmineSentinel.Web.Services.Queries;
using DeepmineSentinel.Web.ViewModels;
using DeepmineSentinel.Web.ViewModels.Dashboard;
using Microsoft.AspNetCore.Mvc;

namespace DeepmineSentinel.Web.Controllers;

public sealed class HomeController(
    DashboardQueries dashboard,
    StopeListQueries stopes,
    HealthService health,
    PageParts parts,
    TimeProvider clock
) : Controller
{
    private const int WorstShown = 8;

    [HttpGet("/")]
    public async Task<IActionResult> Index(CancellationToken cancellationToken)
    {
        DashboardViewModel model = new()
        {
            Facts = await parts.LoadAsync("counts", async () => await dashboard.CountAsync(cancellationToken)),
            Worst = await parts.LoadAsync("list", async () => await stopes.WorstAsync(WorstShown, cancellationToken)),
            Health = await parts.LoadAsync("health", async () => await health.CheckAsync(cancellationToken)),
            Now = clock.GetUtcNow().UtcDateTime,
        };
        ViewData["Synthetic"] = model.Facts.Value is { SyntheticMines: > 0 };
        return View(model);
    }
}
