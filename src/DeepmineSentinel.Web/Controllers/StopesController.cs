using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Web.Languages;
using DeepmineSentinel.Web.Services.Predictions;
using DeepmineSentinel.Web.Services.Queries;
using DeepmineSentinel.Web.ViewModels.Stopes;
using Microsoft.AspNetCore.Mvc;

namespace DeepmineSentinel.Web.Controllers;

public sealed class StopesController(
    StopeListQueries list,
    MLPredictionService predictions,
    StopeDetailPage pages,
    ReadingEntry readings,
    OutcomeEntry outcomes
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
    public async Task<IActionResult> Detail(int id, CancellationToken cancellationToken) =>
        Show(await pages.LoadAsync(id, cancellationToken));

    [HttpPost("/stopes/{id:int}/readings")]
    public async Task<IActionResult> AddReading(int id, ReadingForm form, CancellationToken cancellationToken)
    {
        EntryResult result = await readings.SaveAsync(id, form, ModelState, cancellationToken);
        return result.Done is { } done
            ? Back(id, done)
            : Show(
                await pages.LoadAsync(id, cancellationToken) with
                {
                    NewReading = form,
                    KnownReading = result.Known,
                }
            );
    }

    [HttpPost("/stopes/{id:int}/outcomes")]
    public async Task<IActionResult> AddOutcome(int id, OutcomeForm form, CancellationToken cancellationToken)
    {
        EntryResult result = await outcomes.SaveAsync(id, form, ModelState, cancellationToken);
        return result.Done is { } done
            ? Back(id, done)
            : Show(await pages.LoadAsync(id, cancellationToken) with { NewOutcome = form });
    }

    [HttpPost("/stopes/{id:int}/predict")]
    public async Task<IActionResult> Predict(int id, CancellationToken cancellationToken)
    {
        await predictions.PredictAndStoreAsync(id, cancellationToken);
        return Back(id, Texts.Of("Predicted now."));
    }

    private RedirectResult Back(int id, string done)
    {
        TempData["Done"] = done;
        return Redirect($"/stopes/{id}");
    }

    /// <summary>The page; what was typed and cannot be taken stands in its form, beside the reasons.</summary>
    private ViewResult Show(StopeDetailViewModel model)
    {
        ViewData["Synthetic"] = model.Facts.Mine.IsSynthetic;
        ViewResult page = View("Detail", model);
        page.StatusCode = ModelState.IsValid ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;
        return page;
    }
}
