using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Web.Languages;
using DeepmineSentinel.Web.Services.Alerts;
using DeepmineSentinel.Web.Services.Queries;
using DeepmineSentinel.Web.ViewModels;
using DeepmineSentinel.Web.ViewModels.Alerts;
using Microsoft.AspNetCore.Mvc;

namespace DeepmineSentinel.Web.Controllers;

/// <summary>The list of alerts, one alert, and what people answer to it.</summary>
public sealed class AlertsController(
    AlertQueries alerts,
    AlertService service,
    StopeListQueries lists,
    ResponsePlans plans,
    TimeProvider clock
) : Controller
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    [HttpGet("/alerts")]
    public async Task<IActionResult> Index(AlertListAddress address, CancellationToken cancellationToken)
    {
        AlertListFilter filter = address.ToFilter(Now);
        AlertListPage found = await alerts.FindAsync(filter, cancellationToken);
        ViewData["Synthetic"] = found.Rows.Any(row => row.IsSynthetic);
        return View(
            new AlertListViewModel
            {
                Address = address with { Page = found.Page },
                Filter = filter,
                Found = found,
                Mines = await lists.MinesAsync(cancellationToken),
                Now = Now,
            }
        );
    }

    [HttpGet("/alerts/{id:int}")]
    public Task<IActionResult> Detail(int id, CancellationToken cancellationToken) =>
        ShowAsync(id, null, cancellationToken);

    [HttpPost("/alerts/{id:int}/acknowledge")]
    public Task<IActionResult> Acknowledge(int id, AlertAnswerForm form, CancellationToken cancellationToken) =>
        AnswerAsync(
            id,
            ("acknowledge", Texts.Of("Acknowledged: nobody is called any more unless the level rises.")),
            form,
            _ => service.AcknowledgeAsync((id, form.Revision), form.Comment, cancellationToken),
            cancellationToken
        );

    [HttpPost("/alerts/{id:int}/silence")]
    public Task<IActionResult> Silence(int id, AlertAnswerForm form, CancellationToken cancellationToken) =>
        AnswerAsync(
            id,
            ("silence", Texts.Of("Silenced: nobody is called until then unless the level rises.")),
            form,
            row => service.SilenceAsync((id, form.Revision), Until(form, row), form.Comment, cancellationToken),
            cancellationToken
        );

    [HttpPost("/alerts/{id:int}/resolve")]
    public Task<IActionResult> Resolve(int id, AlertAnswerForm form, CancellationToken cancellationToken) =>
        AnswerAsync(
            id,
            ("resolve", Texts.Of("Resolved. The same cause would raise a new alert.")),
            form,
            _ => service.ResolveAsync((id, form.Revision), form.Comment, cancellationToken),
            cancellationToken
        );

    /// <summary>What cannot be taken goes back into its form, beside what the alert is by now.</summary>
    private async Task<IActionResult> AnswerAsync(
        int id,
        (string Action, string Done) words,
        AlertAnswerForm form,
        Func<AlertRow, Task> answer,
        CancellationToken cancellationToken
    )
    {
        string? typing = ModelState
            .Values.SelectMany(entry => entry.Errors)
            .Select(error => error.ErrorMessage)
            .FirstOrDefault();
        try
        {
            if (typing is not null)
            {
                throw new SentinelException(FailureKind.InvalidInput, "invalid_answer", typing);
            }

            await answer(await alerts.GetAsync(id, cancellationToken));
        }
        catch (SentinelException refused) when (refused.Kind is FailureKind.Conflict or FailureKind.InvalidInput)
        {
            bool byOthers = refused.Code is "alert_changed" or "alert_resolved";
            return await ShowAsync(
                id,
                new RefusedAnswer(words.Action, form, refused.Message, byOthers),
                cancellationToken
            );
        }

        TempData["Done"] = words.Done;
        return Redirect($"/alerts/{id}");
    }

    private async Task<IActionResult> ShowAsync(int id, RefusedAnswer? refused, CancellationToken cancellationToken)
    {
        AlertRow row = await alerts.GetAsync(id, cancellationToken);
        PlanInForce plan = await plans.CurrentAsync(cancellationToken);
        ViewData["Synthetic"] = row.IsSynthetic;

        // What was typed is printed by the view; the fields of the model state are those of the old revision.
        ModelState.Clear();
        ViewResult page = View(
            "Detail",
            new AlertDetailViewModel
            {
                Row = row,
                Changes = await alerts.ChangesAsync(id, cancellationToken),
                Deliveries = await alerts.DeliveriesAsync(id, cancellationToken),
                Plan = plan.Plan,
                IsExamplePlan = plan.IsExample,
                Now = Now,
                Refused = refused,
            }
        );
        page.StatusCode =
            refused is null ? StatusCodes.Status200OK
            : refused.SeenByOthers ? StatusCodes.Status409Conflict
            : StatusCodes.Status400BadRequest;
        return page;
    }

    private static DateTime Until(AlertAnswerForm form, AlertRow row)
    {
        DateTime typed =
            form.Until
            ?? throw new SentinelException(
                FailureKind.InvalidInput,
                "silence_end_missing",
                "Say until when the alert is to be silent."
            );
        return Clock.ToUtc(typed, row.Zone)
            ?? throw new SentinelException(
                FailureKind.InvalidInput,
                "skipped_time",
                Texts.Of("That moment was skipped by a clock change in {0}.", row.Zone)
            );
    }
}
