using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Web.Languages;
using DeepmineSentinel.Web.Services.Stopes;
using DeepmineSentinel.Web.ViewModels.Stopes;
using Microsoft.AspNetCore.Mvc;

namespace DeepmineSentinel.Web.Controllers;

/// <summary>Mines: a list, and a form for their name and zone.</summary>
public sealed class MinesController(MineService mines) : Controller
{
    [HttpGet("/mines")]
    public async Task<IActionResult> Index(CancellationToken cancellationToken) =>
        View(await mines.ListAsync(cancellationToken));

    [HttpGet("/mines/new")]
    public IActionResult New() => Show(new MineForm(), null);

    [HttpPost("/mines/new")]
    public async Task<IActionResult> Create(MineForm form, CancellationToken cancellationToken)
    {
        bool saved = await SavedAsync(form, (name, zone) => mines.CreateAsync(name, zone, cancellationToken));
        return saved
            ? Back(Texts.Of("The mine was created. Stopes can be entered or imported now."))
            : Show(form, null);
    }

    [HttpGet("/mines/{id:int}/edit")]
    public async Task<IActionResult> Edit(int id, CancellationToken cancellationToken)
    {
        Mine mine = await mines.GetAsync(id, cancellationToken);
        return Show(MineForm.Of(mine), mine);
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
            : Show(form, mine);
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
                refused.Message
            );
        }

        return ModelState.IsValid;
    }

    private RedirectResult Back(string done)
    {
        TempData["Done"] = done;
        return Redirect("/mines");
    }

    private ViewResult Show(MineForm form, Mine? mine)
    {
        ViewData["Synthetic"] = mine?.IsSynthetic;
        ViewResult page = View("Edit", new MineEditViewModel(form, mine));
        page.StatusCode = ModelState.IsValid ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;
        return page;
    }
}
