using DeepmineSentinel.Core.Auditing;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Web.Languages;
using DeepmineSentinel.Web.Services.Queries;
using DeepmineSentinel.Web.Services.Stopes;
using DeepmineSentinel.Web.ViewModels.Stopes;
using Microsoft.AspNetCore.Mvc;

namespace DeepmineSentinel.Web.Controllers;

/// <summary>All notes of a stope and its whole history, and what people do with notes.</summary>
public sealed class StopeRecordsController(StopeQueries stopes, HistoryQueries history, NoteService notes) : Controller
{
    [HttpGet("/stopes/{id:int}/history")]
    public async Task<IActionResult> History(int id, int? page, CancellationToken cancellationToken)
    {
        (Stope stope, Mine mine) = await stopes.GetAsync(id, cancellationToken);
        ViewData["Synthetic"] = mine.IsSynthetic;
        return View(
            new StopeRecordsViewModel<AuditEntry>(stope, mine, await history.EntriesAsync(id, page, cancellationToken))
        );
    }

    [HttpGet("/stopes/{id:int}/notes")]
    public Task<IActionResult> Notes(int id, int? page, CancellationToken cancellationToken) =>
        ShowAsync(id, page, null, cancellationToken);

    [HttpPost("/stopes/{id:int}/notes")]
    public async Task<IActionResult> Add(int id, string? text, CancellationToken cancellationToken)
    {
        try
        {
            await notes.AddAsync(id, text, cancellationToken);
        }
        catch (SentinelException refused) when (refused.Kind == FailureKind.InvalidInput)
        {
            ModelState.AddModelError("Text", Texts.Stored(refused.Message));
            return await ShowAsync(id, null, text ?? "", cancellationToken);
        }

        TempData["Done"] = Texts.Of("The note was kept.");
        return Redirect($"/stopes/{id}#notes");
    }

    [HttpPost("/stopes/{id:int}/notes/{note:int}/archive")]
    public async Task<IActionResult> Archive(int id, int note, CancellationToken cancellationToken)
    {
        await notes.ArchiveAsync(id, note, cancellationToken);
        TempData["Done"] = Texts.Of(
            "Archived: the note stands among all notes of the stope and can be restored there."
        );
        return Redirect($"/stopes/{id}/notes");
    }

    [HttpPost("/stopes/{id:int}/notes/{note:int}/restore")]
    public async Task<IActionResult> Restore(int id, int note, CancellationToken cancellationToken)
    {
        await notes.RestoreAsync(id, note, cancellationToken);
        TempData["Done"] = Texts.Of("Restored: the note stands on the stope's page again.");
        return Redirect($"/stopes/{id}/notes");
    }

    private async Task<IActionResult> ShowAsync(int id, int? page, string? typed, CancellationToken cancellationToken)
    {
        (Stope stope, Mine mine) = await stopes.GetAsync(id, cancellationToken);
        ViewData["Synthetic"] = mine.IsSynthetic;
        ViewResult view = View(
            "Notes",
            new StopeRecordsViewModel<StopeNote>(stope, mine, await history.NotesAsync(id, page, cancellationToken))
            {
                Typed = typed,
            }
        );
        view.StatusCode = typed is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;
        return view;
    }
}
