using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Importing;
using DeepmineSentinel.Data.Importing.Undoing;
using DeepmineSentinel.Web.Languages;
using DeepmineSentinel.Web.Problems;
using DeepmineSentinel.Web.Services.Artifacts;
using DeepmineSentinel.Web.Services.Importing;
using DeepmineSentinel.Web.Services.Queries;
using DeepmineSentinel.Web.ViewModels.Importing;
using Microsoft.AspNetCore.Mvc;

namespace DeepmineSentinel.Web.Controllers;

/// <summary>What was imported, by whom and when, and the way back.</summary>
public sealed class ImportsController(
    ImportQueries imports,
    ImportService service,
    ImportUndos undos,
    RowClearing clearing
) : Controller
{
    /// <summary>How long an answer waits for a small undo; the import's page shows how far a large one is.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

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
        return model.Undo is { IsOpen: true } ? Redirect($"/imports/{id}")
            : model.Refusal is null ? View(model)
            : View("Detail", model);
    }

    [HttpPost("/imports/{id:int}/undo")]
    public async Task<IActionResult> Undo(int id, CancellationToken cancellationToken)
    {
        try
        {
            Task<UndoReport> work = await undos.AskAsync(id, cancellationToken);
            UndoReport done = await work.WaitAsync(Patience, cancellationToken);
            TempData["Done"] = Texts.Of(
                "Import {0} is undone: {1} removed, {2} put back.",
                $"{id}",
                done.Removed,
                done.Restored
            );
            return Redirect($"/imports/{id}");
        }
        catch (TimeoutException)
        {
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
        UndoState? state = undos.StateOf(batch);
        return new ImportDetailViewModel
        {
            Batch = batch,
            Undo = state,
            KeptUntil = clearing.KeptUntil(batch),
            // Not looked for again and again while it is being undone.
            Refusal = state is { IsOpen: true } ? null : await service.UndoRefusalAsync(id, cancellationToken),
        };
    }
}
