using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Data.Exporting;
using DeepmineSentinel.Web.Services.Predictions;
using DeepmineSentinel.Web.Services.Queries;
using DeepmineSentinel.Web.ViewModels;
using DeepmineSentinel.Web.ViewModels.Stopes;
using Microsoft.AspNetCore.Mvc;

namespace DeepmineSentinel.Web.Controllers;

public sealed class StopesController(
    StopeListQueries list,
    StopeQueries stopes,
    MLPredictionService predictions,
    StatementRecords records,
    CaseHistoryStore caseHistories,
    PageParts parts,
    TimeProvider clock
) : Controller
{
    [HttpGet("/stopes")]
    public async Task<IActionResult> Index(StopeListAddress address, CancellationToken cancellationToken)
    {
        StopeListPage found = await list.FindAsync(address.ToFilter(), cancellationToken);
        IReadOnlyList<Mine> mines = await list.MinesAsync(cancellationToken);
        ViewData["Synthetic"] = found.Rows.Any(row => row.IsSynthetic);
        return View(new StopeListViewModel(address with { Page = found.Page }, found, mines));
    }

    [HttpGet("/stopes/{id:int}")]
    public async Task<IActionResult> Detail(int id, CancellationToken cancellationToken)
    {
        StopeFacts facts = await stopes.FactsAsync(id, cancellationToken);
        DateTime now = clock.GetUtcNow().UtcDateTime;
        ViewData["Synthetic"] = facts.Mine.IsSynthetic;
        return View(
            new StopeDetailViewModel
            {
                Facts = facts,
                Prediction = await parts.LoadAsync(
                    "prediction",
                    async () =>
                        await predictions.GetStoredAsync(id, cancellationToken) is { } stored
                            ? PredictionCard.Of(stored, records, facts.Mine.TimeZoneId, now)
                            : null
                ),
                Graph = await parts.LoadAsync(
                    "stability graph",
                    async () =>
                        new StabilityGraphPart(
                            facts.Stope.Properties,
                            (await caseHistories.ReadAsync(cancellationToken)).Cases
                        )
                ),
                NewOutcome = new OutcomeForm(),
            }
        );
    }

    [HttpPost("/stopes/{id:int}/predict")]
    public async Task<IActionResult> Predict(int id, CancellationToken cancellationToken)
    {
        await predictions.PredictAndStoreAsync(id, cancellationToken);
        TempData["Done"] = "Predicted now.";
        return Redirect($"/stopes/{id}");
    }
}
