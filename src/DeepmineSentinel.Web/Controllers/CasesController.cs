using System.Text.Json;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Core.Stability;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Data.Csv;
using DeepmineSentinel.Data.Exporting;
using DeepmineSentinel.Learning.Artifacts;
using DeepmineSentinel.Learning.Runs;
using DeepmineSentinel.Web.Services;
using DeepmineSentinel.Web.Services.Cases;
using DeepmineSentinel.Web.Services.Training;
using DeepmineSentinel.Web.ViewModels;
using DeepmineSentinel.Web.ViewModels.Cases;
using Microsoft.AspNetCore.Mvc;

namespace DeepmineSentinel.Web.Controllers;

/// <summary>Case histories on the stability graph.</summary>
public sealed class CasesController(
    CaseHistoryStore store,
    CaseModelHost host,
    TrainingService training,
    CurrentOperator person,
    PageParts parts
) : Controller
{
    [HttpGet("/cases")]
    public async Task<IActionResult> Index(string? source, string? state, int page, CancellationToken cancellationToken)
    {
        CaseHistorySet all = await store.ReadAsync(cancellationToken);
        string[] sources = [.. all.Cases.Select(history => history.Source).Distinct().Order(StringComparer.Ordinal)];
        string? chosen = sources.Contains(source) ? source : null;
        OutcomeClass? outcome = Words.Parse<OutcomeClass>(state);
        CaseHistory[] cases =
        [
            .. all.Cases.Where(history =>
                (chosen is null || history.Source == chosen) && (outcome is null || history.State == outcome)
            ),
        ];
        int pages = Math.Max(1, (cases.Length + CaseListViewModel.PageSize - 1) / CaseListViewModel.PageSize);
        return View(
            new CaseListViewModel
            {
                Total = all.Cases.Count,
                Cases = cases,
                Sources = sources,
                Remarks = all.Remarks,
                CaseModel = await parts.LoadAsync("model", () => ModelAsync(all, cancellationToken)),
                Source = chosen,
                State = outcome,
                Page = Math.Clamp(page, 1, pages),
            }
        );
    }

    /// <summary>Queues a run on the stored cases.</summary>
    [HttpPost("/cases/train")]
    public async Task<IActionResult> Train(CancellationToken cancellationToken)
    {
        TrainingRun run = await training.QueueAsync(
            new TrainModelOptions { Purpose = ModelPurpose.CaseHistory, GenerateReport = true },
            TrainingOrigin.Site,
            person.Name,
            cancellationToken
        );
        return Redirect($"/training/{run.RunId}");
    }

    private async Task<CaseModelCard?> ModelAsync(CaseHistorySet stored, CancellationToken cancellationToken)
    {
        if (await host.ServingVersionAsync(cancellationToken) is not { } version)
        {
            return null;
        }

        TrainingResult result = JsonSerializer.Deserialize<TrainingResult>(
            version.Metrics,
            ArtifactJson.ResultOptions
        )!;
        return new CaseModelCard(version, result.CaseHistories!, stored.Sha256 != result.DataHash);
    }
}
