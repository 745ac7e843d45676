using DeepmineSentinel.Web.Languages;
using DeepmineSentinel.Web.Services.Predictions;
using DeepmineSentinel.Web.Services.Stopes;
using DeepmineSentinel.Web.ViewModels.Stopes;
using Microsoft.AspNetCore.Mvc;

namespace DeepmineSentinel.Web.Controllers;

/// <summary>What people do to a stope from its page.</summary>
public sealed class StopeChangesController(StopeService service, FeedbackService feedback, OutcomeReviewService reviews)
    : Controller
{
    [HttpPost("/stopes/{id:int}/archive")]
    public async Task<IActionResult> Archive(int id, CancellationToken cancellationToken)
    {
        await service.ArchiveAsync((id, null), cancellationToken);
        return Back(id, Texts.Of("Archived: it left the lists and is predicted no longer. Nothing was deleted."));
    }

    [HttpPost("/stopes/{id:int}/restore")]
    public async Task<IActionResult> Restore(int id, CancellationToken cancellationToken)
    {
        await service.RestoreAsync((id, null), cancellationToken);
        return Back(id, Texts.Of("Restored."));
    }

    [HttpPost("/stopes/{id:int}/outcomes/{outcome:int}/review")]
    public async Task<IActionResult> ReviewOutcome(
        int id,
        int outcome,
        OutcomeReviewForm form,
        CancellationToken cancellationToken
    )
    {
        if (!ModelState.IsValid)
        {
            return Refused(id);
        }

        await reviews.ReviewAsync(id, outcome, (form.Accepted!.Value, form.Comment), cancellationToken);
        return Back(
            id,
            form.Accepted.Value
                ? Texts.Of("Reviewed: the next training run learns from the outcome.")
                : Texts.Of(
                    "Reviewed: the outcome counts no longer, and no training run learns from it. It stays in the history."
                )
        );
    }

    [HttpPost("/stopes/{id:int}/feedback")]
    public async Task<IActionResult> AddFeedback(int id, FeedbackForm form, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return Refused(id);
        }

        int stope = await feedback.AddAsync(
            form.PredictionId!.Value,
            form.Agrees!.Value,
            (form.BelievedClass, form.Comment),
            cancellationToken
        );
        return Back(stope, Texts.Of("Thank you: your feedback was kept with the prediction."));
    }

    private RedirectResult Back(int id, string done)
    {
        TempData["Done"] = done;
        return Redirect($"/stopes/{id}");
    }

    private RedirectResult Refused(int id)
    {
        IEnumerable<string> reasons = ModelState
            .Values.SelectMany(entry => entry.Errors)
            .Select(error => error.ErrorMessage);
        TempData["Failed"] = $"{Texts.Of("Nothing was saved.")} {string.Join(" ", reasons.Select(Texts.Of))}";
        return Redirect($"/stopes/{id}");
    }
}
