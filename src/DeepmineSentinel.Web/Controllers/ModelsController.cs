using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Web.Languages;
using DeepmineSentinel.Web.Services;
using DeepmineSentinel.Web.Services.Comparison;
using DeepmineSentinel.Web.Services.Registry;
using DeepmineSentinel.Web.ViewModels;
using DeepmineSentinel.Web.ViewModels.ModelVersions;
using Microsoft.AspNetCore.Mvc;

namespace DeepmineSentinel.Web.Controllers;

public sealed class ModelsController(
    ModelPages pages,
    ModelRegistry registry,
    ModelPromoter promoter,
    RunComparer comparer,
    CurrentOperator person
) : Controller
{
    [HttpGet("/models")]
    public async Task<IActionResult> Index(CancellationToken cancellationToken)
    {
        ModelListViewModel list = await pages.ListAsync(cancellationToken);
        ViewData["Synthetic"] = list.Rows.Any(row => row.Version.TrainedOnSynthetic);
        return View(list);
    }

    [HttpGet("/models/compare")]
    public async Task<IActionResult> Compare([FromQuery] string[] run, CancellationToken cancellationToken)
    {
        RunComparison comparison = await comparer.CompareAsync(run, cancellationToken);
        ViewData["Synthetic"] = comparison.Synthetic;
        return View(new ComparisonViewModel { Comparison = comparison, Chart = CurveChart.Of(comparison.Runs) });
    }

    [HttpGet("/models/{runId}")]
    public async Task<IActionResult> Detail(string runId, CancellationToken cancellationToken)
    {
        ModelDetailViewModel model = await pages.DetailAsync(RunId.Parse(runId), cancellationToken);
        ViewData["Synthetic"] = model.Version.TrainedOnSynthetic;
        return View(model);
    }

    [HttpPost("/models/{runId}/promote")]
    public async Task<IActionResult> Promote(string runId, string? reason, CancellationToken cancellationToken)
    {
        RunId id = RunId.Parse(runId);
        PromotionOutcome outcome = await promoter.PromoteAsync(
            new PromotionRequest(id, person.Name, Given(reason)),
            cancellationToken
        );
        return Done(
            $"/models/{id.Value}",
            outcome.Move is null
                ? Texts.Of("It answers already; nothing was changed.")
                : $"{Texts.Of("Promoted: it answers from now on.")} {Again(outcome.Version)}"
        );
    }

    [HttpPost("/models/rollback")]
    public async Task<IActionResult> Rollback(string? reason, string? purpose, CancellationToken cancellationToken)
    {
        PromotionOutcome outcome = await promoter.RollbackAsync(
            Purpose(purpose),
            person.Name,
            Given(reason),
            cancellationToken
        );
        return Done(
            "/models",
            $"{Texts.Of("Rolled back: {0} answers again.", outcome.Version.RunId)} {Again(outcome.Version)}"
        );
    }

    [HttpPost("/models/{runId}/notes")]
    public async Task<IActionResult> Annotate(string runId, string? notes, CancellationToken cancellationToken)
    {
        ModelVersion version = await registry.AnnotateAsync(runId, notes, cancellationToken);
        return Done(
            $"/models/{version.RunId}",
            version.Notes is null ? Texts.Of("The note is gone.") : Texts.Of("The note was kept.")
        );
    }

    [HttpPost("/models/{runId}/pin")]
    public async Task<IActionResult> Pin(string runId, CancellationToken cancellationToken)
    {
        ModelVersion version = await registry.PinAsync(runId, cancellationToken);
        return Done($"/models/{version.RunId}", Texts.Of("Pinned: no clearing touches its files."));
    }

    [HttpPost("/models/{runId}/unpin")]
    public async Task<IActionResult> Unpin(string runId, CancellationToken cancellationToken)
    {
        ModelVersion version = await registry.UnpinAsync(runId, cancellationToken);
        return Done(
            $"/models/{version.RunId}",
            Texts.Of("Not pinned any more: its files are left to the policy again.")
        );
    }

    // What a form of an earlier version leaves out means stopes; a word that is none is refused, not guessed.
    private static ModelPurpose Purpose(string? key) =>
        key is null
            ? ModelPurpose.Stope
            : Words.Parse<ModelPurpose>(key)
                ?? throw new SentinelException(
                    FailureKind.InvalidInput,
                    "invalid_purpose",
                    "There are pointers for stope and for case_history."
                );

    private static string Again(ModelVersion version) =>
        version.Purpose == ModelPurpose.Stope
            ? Texts.Of("All active stopes are predicted again.")
            : Texts.Of("What it says of active stopes is computed again.");

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private RedirectResult Done(string address, string what)
    {
        TempData["Done"] = what;
        return Redirect(address);
    }
}
