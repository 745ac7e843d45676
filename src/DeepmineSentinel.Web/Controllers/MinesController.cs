using DeepmineSentinel.Core.Auditing;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Web.Languages;
using DeepmineSentinel.Web.Services.Queries;
using DeepmineSentinel.Web.Services.Stopes;
using DeepmineSentinel.Web.ViewModels.Stopes;
using Microsoft.AspNetCore.Mvc;

namespace DeepmineSentinel.Web.Controllers;

/// <summary>Mines: a list, and a form for their name and zone.</summary>
public sealed class MinesController(MineService mines, HistoryQueries history) : Controller
{
    [HttpGet("/mines")]
    public async Task<IActionResult> Index(CancellationToken cancellationToken) =>
        View(await mines.ListAsync(cancellationToken));

    [HttpGet("/mines/new")]
    public Task<IActionResult> New(CancellationToken cancellationToken) =>
        ShowAsync(new MineForm(), null, cancellationToken);

    [HttpPost("/mines/new")]
    public async Task<IActionResult> Create(MineForm form, CancellationToken cancellationToken)
    {
        bool saved = await SavedAsync(form, (name, zone) => mines.CreateAsync(name, zone, cancellationToken));
        return saved
            ? Back(Texts.Of("The mine was created. Stopes can be entered or imported now."))
            : await ShowAsync(form, null, cancellationToken);
    }

    [HttpGet("/mines/{id:int}/edit")]
    public async Task<IActionResult> Edit(int id, CancellationToken cancellationToken)
    {
        Mine mine = await mines.GetAsync(id, cancellationToken);
        return await ShowAsync(MineForm.Of(mine), mine, cancellationToken);
    }

    [HttpPost("/mines/{id:int}/edit")]
    public async Task<IActionResult> Save(int id, MineForm form, CancellationToken cancellationToken)
    {
        Mine mine = await mines.GetAsync(id, cancellationToken);
        bool saved = await SavedAsync(
            form,
            (name, zone) => mines.EditAsync((id, form.SeenName, form.SeenZone), name, zone, cancellationToken)
        );
        return saved
            ? Back(Texts.Of("Saved. What was stored stays at its moment; it is shown by the mine's new clocks."))
            : await ShowAsync(form, mine, cancellationToken);
    }

    /// <summary>What cannot be taken belongs to its field, where what was typed is kept.</summary>
    private async Task<bool> SavedAsync(MineForm form, Func<string, string, Task> save)
    {
        string zone = form.TimeZone?.Trim() ?? "";
        if (NameRules.Problem(form.Name, Mine.NameLength) is { } reason)
        {
            ModelState.AddModelError(nameof(MineForm.Name), Texts.Around("The name {0}.", reason));
        }

        if (!Mine.IsZone(zone))
        {
            ModelState.AddModelError(
                nameof(MineForm.TimeZone),
                Texts.Of("The time zone is not known; use an IANA name such as UTC or America/Santiago.")
            );
        }

        if (!ModelState.IsValid)
        {
            return false;
        }

        try
        {
            await save(form.Name!, zone);
        }
        catch (SentinelException refused) when (refused.Kind is FailureKind.Conflict or FailureKind.InvalidInput)
        {
            ModelState.AddModelError(
                refused.Code == MineService.ChangedCode ? "" : nameof(MineForm.Name),
                Texts.Stored(refused.Message)
            );
        }

        return ModelState.IsValid;
    }

    private RedirectResult Back(string done)
    {
        TempData["Done"] = done;
        return Redirect("/mines");
    }

    private async Task<IActionResult> ShowAsync(MineForm form, Mine? mine, CancellationToken cancellationToken)
    {
        ViewData["Synthetic"] = mine?.IsSynthetic;
        IReadOnlyList<AuditEntry> entries = mine is null
            ? []
            : await history.NewestOfMineAsync(mine.Id, cancellationToken);
        ViewResult page = View("Edit", new MineEditViewModel(form, mine, entries));
        page.StatusCode = ModelState.IsValid ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;
        return page;
    }
}
