using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Web.Languages;
using DeepmineSentinel.Web.Services;
using DeepmineSentinel.Web.Services.Queries;
using DeepmineSentinel.Web.Services.Training;
using DeepmineSentinel.Web.ViewModels.Training;
using Microsoft.AspNetCore.Mvc;

namespace DeepmineSentinel.Web.Controllers;

/// <summary>The queue of training runs, and one run. Its live part follows the API's events.</summary>
public sealed class TrainingController(
    TrainingService training,
    TrainingIntake intake,
    TrainingOptionsCheck check,
    TrainingPages pages,
    CurrentOperator person
) : Controller
{
    [HttpGet("/training")]
    public async Task<IActionResult> Index(int? page, CancellationToken cancellationToken) =>
        View(await pages.ListAsync(new TrainingForm(), page ?? 1, cancellationToken));

    [HttpPost("/training")]
    public async Task<IActionResult> Start(TrainingForm form, CancellationToken cancellationToken)
    {
        if (ModelState.IsValid)
        {
            foreach (FieldProblem problem in await check.ProblemsAsync(form.ToOptions(), cancellationToken))
            {
                ModelState.AddModelError(TrainingForm.FieldOf(problem.Field), form.Sentence(problem));
            }
        }

        if (!ModelState.IsValid)
        {
            ViewResult page = View("Index", await pages.ListAsync(form, 1, cancellationToken));
            page.StatusCode = StatusCodes.Status400BadRequest;
            return page;
        }

        TrainingRun run = await intake.SubmitAsync(form.ToOptions(), cancellationToken);
        TempData["Done"] = Texts.Of("The run was queued.");
        return Redirect($"/training/{run.RunId}");
    }

    [HttpGet("/training/{runId}")]
    public async Task<IActionResult> Detail(string runId, CancellationToken cancellationToken) =>
        View(await pages.RunAsync(runId, cancellationToken));

    [HttpPost("/training/{runId}/cancel")]
    public async Task<IActionResult> Cancel(string runId, CancellationToken cancellationToken)
    {
        await training.CancelAsync(RunId.Parse(runId).Value, cancellationToken);
        TempData["Done"] = Texts.Of("The run was asked to stop.");
        return Redirect($"/training/{runId}");
    }

    [HttpPost("/training/{runId}/resume")]
    public async Task<IActionResult> Resume(string runId, CancellationToken cancellationToken)
    {
        TrainingRun run = await training.ResumeAsync(
            RunId.Parse(runId).Value,
            acceptNumerics: false,
            person.Name,
            cancellationToken
        );
        TempData["Done"] = Texts.Of("The run was queued again: it goes on from its last checkpoint.");
        return Redirect($"/training/{run.RunId}");
    }
}
