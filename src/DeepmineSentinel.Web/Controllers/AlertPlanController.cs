using DeepmineSentinel.Core.Alerts;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Web.Languages;
using DeepmineSentinel.Web.Services.Alerts;
using DeepmineSentinel.Web.ViewModels.Alerts;
using Microsoft.AspNetCore.Mvc;

namespace DeepmineSentinel.Web.Controllers;

/// <summary>The response plan as people edit it on the site, and every version of it.</summary>
public sealed class AlertPlanController(ResponsePlans plans, ResponsePlanService service) : Controller
{
    [HttpGet("/alerts/plan")]
    public Task<IActionResult> Index(CancellationToken cancellationToken) => ShowAsync(null, false, cancellationToken);

    [HttpPost("/alerts/plan")]
    public async Task<IActionResult> Save(PlanForm form, CancellationToken cancellationToken) =>
        new PlanFormReader(form, ModelState).Read() is { } plan
            ? await SaveAsync(form, plan, Texts.Of("Saved: the plan counts from now on."), cancellationToken)
            : await ShowAsync(form, false, cancellationToken);

    [HttpPost("/alerts/plan/reset")]
    public Task<IActionResult> Reset(int number, string? reason, CancellationToken cancellationToken) =>
        SaveAsync(
            new PlanForm { Number = number, Reason = reason },
            null,
            Texts.Of("The settings' plan counts again. What was edited stays among the versions."),
            cancellationToken
        );

    private async Task<IActionResult> SaveAsync(
        PlanForm form,
        ResponsePlan? plan,
        string done,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await service.SaveAsync(form.Number, plan, form.Reason, cancellationToken);
        }
        catch (SentinelException refused) when (refused.Kind is FailureKind.Conflict or FailureKind.InvalidInput)
        {
            bool byOthers = refused.Code == ResponsePlanService.ChangedCode;
            ModelState.AddModelError(byOthers ? "" : nameof(form.Reason), Texts.Stored(refused.Message));
            return await ShowAsync(plan is null ? null : form, byOthers, cancellationToken);
        }

        TempData["Done"] = done;
        return Redirect("/alerts/plan");
    }

    private async Task<IActionResult> ShowAsync(PlanForm? typed, bool byOthers, CancellationToken cancellationToken)
    {
        PlanInForce now = await plans.CurrentAsync(cancellationToken);
        PlanForm form = typed ?? PlanForm.Of(now);
        ViewResult page = View(
            "Index",
            new PlanViewModel
            {
                // Who has seen the other version may replace it.
                Form = byOthers ? form with { Number = now.Number } : form,
                Now = now,
                OfSettings = plans.OfSettings,
                Versions = await plans.VersionsAsync(cancellationToken),
                ChangedByOthers = byOthers,
            }
        );
        page.StatusCode =
            byOthers ? StatusCodes.Status409Conflict
            : ModelState.IsValid ? StatusCodes.Status200OK
            : StatusCodes.Status400BadRequest;
        return page;
    }
}
