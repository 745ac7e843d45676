using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Importing;
using DeepmineSentinel.Data.Importing.Undoing;
using DeepmineSentinel.Web.Languages;
using DeepmineSentinel.Web.Problems;
using DeepmineSentinel.Web.Services.Importing;
using DeepmineSentinel.Web.Services.Queries;
using DeepmineSentinel.Web.ViewModels.Importing;
using Microsoft.AspNetCore.Mvc;

namespace DeepmineSentinel.Web.Controllers;

/// <summary>What was imported, by whom and when, and the way back.</summary>
public sealed class ImportsController(ImportQueries imports, ImportService service, ImportUndo undo) : Controller
{
    [HttpGet("/imports")]
    public async Task<IActionResult> Index(ImportListAddress address, CancellationToken cancellationToken)
    {
        ImportListPage found = await imports.FindAsync(address.ToFilter(), cancellationToken);
        return View(new ImportListViewModel(address with { Page = found.Page }, found));
    }

    [HttpGet("/imports/{id:int}")]
    public async Task<IActionResult> Detail(int id, CancellationToken cancellationToken) =>
        View(await ModelAsync(id, cancellationToken));

    [HttpGet("/imports/{id:int}/undo")]
    public async Task<IActionResult> Confirm(int id, CancellationToken cancellationToken)
    {
        ImportDetailViewModel model = await ModelAsync(id, cancellationToken);
        return model.Refusal is null ? View(model) : View("Detail", model);
    }

    [HttpPost("/imports/{id:int}/undo")]
    public async Task<IActionResult> Undo(int id, CancellationToken cancellationToken)
    {
        try
        {
            // Not given up with the connection: whoever pressed wants to see it done when the page is opened again.
            UndoReport done = await service.UndoAsync(id, CancellationToken.None);
            TempData["Done"] = Texts.Of(
                "Import {0} is undone: {1} removed, {2} put back.",
                $"{id}",
                done.Removed,
                done.Restored
            );
            return Redirect($"/imports/{id}");
        }
        catch (SentinelException refused) when (refused.Kind is FailureKind.Conflict or FailureKind.Unavailable)
        {
            ImportDetailViewModel model = await ModelAsync(id, cancellationToken);
            ViewResult page = View("Detail", model with { Failed = refused });
            page.StatusCode = FailureStatus.Http(refused.Kind);
            return page;
        }
    }

    private async Task<ImportDetailViewModel> ModelAsync(int id, CancellationToken cancellationToken)
    {
        ImportBatch batch = await imports.GetAsync(id, cancellationToken);
        return new ImportDetailViewModel { Batch = batch, Refusal = await undo.RefusalAsync(id, cancellationToken) };
    }
}
