using System.Text.Json;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Learning.Artifacts;
using DeepmineSentinel.Learning.Runs;
using DeepmineSentinel.Web.Services;
using DeepmineSentinel.Web.Services.Registry;
using DeepmineSentinel.Web.ViewModels;
using DeepmineSentinel.Web.ViewModels.ModelVersions;
using Microsoft.AspNetCore.Mvc;

namespace DeepmineSentinel.Web.Controllers;

public sealed class ModelsController(
    ModelRegistry registry,
    ModelPromoter promoter,
    CurrentOperator person,
    PageParts parts
) : Controller
{
    [HttpGet("/models")]
    public async Task<IActionResult> Index(CancellationToken cancellationToken)
    {
        IReadOnlyList<ModelVersion> versions = await registry.ListAsync(cancellationToken);
        ViewData["Synthetic"] = versions.Any(version => version.TrainedOnSynthetic);
        return View(versions);
    }

    [HttpGet("/models/{runId}")]
    public async Task<IActionResult> Detail(string runId, CancellationToken cancellationToken)
    {
        ModelVersion version = await registry.GetAsync(RunId.Parse(runId).Value, cancellationToken);
        IReadOnlyList<ModelVersion> all = await registry.ListAsync(cancellationToken);
        ViewData["Synthetic"] = version.TrainedOnSynthetic;
        return View(
            new ModelDetailViewModel
            {
                Version = version,
                Result = await parts.LoadAsync(
                    "metrics",
                    () =>
                        Task.FromResult(
                            JsonSerializer.Deserialize<TrainingResult>(version.Metrics, ArtifactJson.ResultOptions)
                        )
                ),
                Previous = all.FirstOrDefault(other => other.State == ModelVersionState.Previous),
            }
        );
    }

    [HttpPost("/models/{runId}/promote")]
    public async Task<IActionResult> Promote(string runId, string? reason, CancellationToken cancellationToken)
    {
        RunId id = RunId.Parse(runId);
        string? given = string.IsNullOrWhiteSpace(reason) ? null : reason;
        PromotionOutcome outcome = await promoter.PromoteAsync(
            new PromotionRequest(id, person.Name, given),
            cancellationToken
        );
        TempData["Done"] = outcome.Move is null
            ? "It answers already; nothing was changed."
            : "Promoted: it answers from now on. All active stopes are predicted again.";
        return Redirect($"/models/{id.Value}");
    }

    [HttpPost("/models/rollback")]
    public async Task<IActionResult> Rollback(string? reason, CancellationToken cancellationToken)
    {
        string? given = string.IsNullOrWhiteSpace(reason) ? null : reason;
        PromotionOutcome outcome = await promoter.RollbackAsync(
            ModelPurpose.Stope,
            person.Name,
            given,
            cancellationToken
        );
        TempData["Done"] =
            $"Rolled back: {outcome.Version.RunId} answers again. All active stopes are predicted again.";
        return Redirect("/models");
    }
}
