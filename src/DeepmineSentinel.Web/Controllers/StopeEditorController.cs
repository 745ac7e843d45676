using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Web.Languages;
using DeepmineSentinel.Web.Services.Queries;
using DeepmineSentinel.Web.Services.Stopes;
using DeepmineSentinel.Web.ViewModels.Stopes;
using Microsoft.AspNetCore.Mvc;

namespace DeepmineSentinel.Web.Controllers;

/// <summary>Creates and edits stopes by hand.</summary>
public sealed class StopeEditorController(StopeService service, StopeQueries stopes, StopeListQueries lists)
    : Controller
{
    [HttpGet("/stopes/new")]
    public Task<IActionResult> New(int? mine, CancellationToken cancellationToken) =>
        ShowAsync(new StopeForm { MineId = mine }, null, cancellationToken);

    [HttpPost("/stopes/new")]
    public async Task<IActionResult> Create(StopeForm form, CancellationToken cancellationToken)
    {
        if (new StopeFormReader(form, ModelState).Read() is not { } properties)
        {
            return await ShowAsync(form, null, cancellationToken);
        }

        int id = 0;
        bool saved = await SavedAsync(async () =>
            id = await service.CreateAsync(form.MineId!.Value, form.Name!, properties, cancellationToken)
        );
        if (!saved)
        {
            return await ShowAsync(form, null, cancellationToken);
        }

        TempData["Done"] = Texts.Of("The stope was created. It is predicted in the background.");
        return Redirect($"/stopes/{id}");
    }

    [HttpGet("/stopes/{id:int}/edit")]
    public async Task<IActionResult> Edit(int id, CancellationToken cancellationToken)
    {
        (Stope stope, _) = await stopes.GetAsync(id, cancellationToken);
        return await ShowAsync(StopeForm.Of(stope), stope, cancellationToken);
    }

    [HttpPost("/stopes/{id:int}/edit")]
    public async Task<IActionResult> Save(int id, StopeForm form, CancellationToken cancellationToken)
    {
        (Stope stope, _) = await stopes.GetAsync(id, cancellationToken);
        if (new StopeFormReader(form with { MineId = stope.MineId }, ModelState).Read() is not { } properties)
        {
            return await ShowAsync(form, stope, cancellationToken);
        }

        bool saved = await SavedAsync(() =>
            service.EditAsync((id, form.Revision), form.Name!, properties, cancellationToken)
        );
        if (!saved)
        {
            return await ShowAsync(form, stope, cancellationToken);
        }

        TempData["Done"] = Texts.Of("Saved. The stope is predicted again in the background.");
        return Redirect($"/stopes/{id}");
    }

    /// <summary>A conflict belongs into the form, where what was typed is kept; anything else is a page of its own.</summary>
    private async Task<bool> SavedAsync(Func<Task> save)
    {
        try
        {
            await save();
            return true;
        }
        catch (SentinelException conflict) when (conflict.Kind == FailureKind.Conflict)
        {
            ModelState.AddModelError(
                conflict.Code == "stope_name_taken" ? nameof(StopeForm.Name) : "",
                Texts.Stored(conflict.Message)
            );
            return false;
        }
    }

    private async Task<IActionResult> ShowAsync(StopeForm form, Stope? stope, CancellationToken cancellationToken)
    {
        IReadOnlyList<Mine> mines = await lists.MinesAsync(cancellationToken);
        ViewData["Synthetic"] = stope is not null && mines.Any(mine => mine.Id == stope.MineId && mine.IsSynthetic);
        ViewResult page = View(
            "Edit",
            new StopeEditViewModel
            {
                Form = form,
                Stope = stope,
                Mines = mines,
            }
        );
        page.StatusCode = ModelState.IsValid ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;
        return page;
    }
}
