using DeepmineSentinel.Web.Api.Description;
using DeepmineSentinel.Web.ViewModels.ApiPage;
using Microsoft.AspNetCore.Mvc;

namespace DeepmineSentinel.Web.Controllers;

/// <summary>The description of the API for people: what scripts read at <c>/openapi/v1.json</c>.</summary>
public sealed class ApiPageController(DescribedApi description) : Controller
{
    [HttpGet("/api")]
    public async Task<IActionResult> Index(CancellationToken cancellationToken) =>
        View(ApiPageViewModel.Of(await description.ReadAsync(cancellationToken)));
}
