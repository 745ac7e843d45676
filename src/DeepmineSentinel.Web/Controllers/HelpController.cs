using DeepmineSentinel.Web.Languages;
using DeepmineSentinel.Web.Services.Help;
using DeepmineSentinel.Web.ViewModels.Help;
using Microsoft.AspNetCore.Mvc;

namespace DeepmineSentinel.Web.Controllers;

/// <summary>Help: the files of <c>docs/help</c>, and those of <c>docs</c> as reference.</summary>
public sealed class HelpController(HelpShelf shelf) : Controller
{
    [HttpGet("/help")]
    public IActionResult Index() => Show("/help");

    [HttpGet("/help/{name}")]
    public IActionResult Guide(string name) => Show($"/help/{name}");

    [HttpGet("/help/reference/{name}")]
    public IActionResult Reference(string name) => Show($"/help/reference/{name}");

    private ViewResult Show(string address)
    {
        string language = Language.Shown.Code;
        return View("Page", new HelpViewModel(shelf.Find(address, language), shelf.Guide(language)));
    }
}
