using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Web.Services;
using DeepmineSentinel.Web.Services.Queries;
using DeepmineSentinel.Web.Services.Training;
using DeepmineSentinel.Web.ViewModels.Training;
using Microsoft.AspNetCore.Mvc;

namespace DeepmineSentinel.Web.Controllers;

public sealed class TrainingController(TrainingService training, TrainingPages pages, CurrentOperator person)
    : Controller
{
    [HttpGet("/training")]
    public async Task<IActionResult> Index(CancellationToken cancellationToken) =>
        View(await pages.ListAsync(new TrainingForm(), cancellationToken));

    [HttpPost("/training")]
    public async Task<IActionResult> Start(TrainingForm form, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            ViewResult page = View("Index", await pages.ListAsync(form, cancellationToken));
            page.StatusCode = StatusCodes.Status400BadRequest;
            return page;
        }

        TrainingRun run = await training.QueueAsync(
            form.ToOptions(),
            TrainingOrigin.Site,
            person.Name,
            cancellationToken
        );
        TempData["Done"] = "The run was queued.";
        return Redirect($"/training/{run.RunId}");
    }

    [HttpGet("/training/{runId}")]
    public async Task<IActionResult> Detail(string runId, CancellationToken cancellationToken) =>
        View(await pages.RunAsync(runId, cancellationToken));

    [HttpGet("/training/{runId}/progress")]
    public async Task<IActionResult> Progress(string runId, int? after, CancellationToken cancellationToken)
    {
        Response.Headers.CacheControl = "no-store";
        return Json(await pages.ProgressAsync(runId, Math.Max(0, after ?? 0), cancellationToken));
    }

    [HttpPost("/training/{runId}/cancel")]
    public async Task<IActionResult> Cancel(string runId, CancellationToken cancellationToken)
    {
        await training.CancelAsync(RunId.Parse(runId).Value, cancellationToken);
        TempData["Done"] = "The run was asked to stop.";
        return Redirect($"/training/{runId}");
    }
}
