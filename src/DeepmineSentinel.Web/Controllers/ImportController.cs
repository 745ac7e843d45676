using System.Text;
using DeepmineSentinel.Core.Importing;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Data.Csv;
using DeepmineSentinel.Data.Importing;
using DeepmineSentinel.Web.Options;
using DeepmineSentinel.Web.Services;
using DeepmineSentinel.Web.Services.Demo;
using DeepmineSentinel.Web.Services.Importing;
using DeepmineSentinel.Web.Services.Queries;
using DeepmineSentinel.Web.ViewModels;
using DeepmineSentinel.Web.ViewModels.Importing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace DeepmineSentinel.Web.Controllers;

public sealed class ImportController(
    ImportService imports,
    StopeListQueries lists,
    DemoMineSeeder demo,
    CurrentOperator person,
    IOptions<SiteOptions> site
) : Controller
{
    [HttpGet("/import")]
    public Task<IActionResult> Index(string? kind, CancellationToken cancellationToken) =>
        ShowAsync(new ImportForm { Kind = Words.Parse<ImportKind>(kind) }, null, cancellationToken);

    [HttpPost("/import")]
    public async Task<IActionResult> Send(ImportForm form, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return await ShowAsync(form, null, cancellationToken);
        }

        await using Stream content = form.File!.OpenReadStream();
        ImportReport report = await imports.ImportAsync(form.ToRequest(content, person.Name), null, cancellationToken);
        return await ShowAsync(form, report, cancellationToken);
    }

    [HttpGet("/import/templates/{kind}.csv")]
    public IActionResult Template(string kind) =>
        Words.Parse<ImportKind>(kind) is { } known
            ? File(
                Encoding.UTF8.GetBytes(string.Join(',', CsvLayout.Of(known).Columns) + "\n"),
                "text/csv",
                $"{Words.Key(known)}.csv"
            )
            : NotFound();

    [HttpPost("/demo/remove")]
    public async Task<IActionResult> RemoveDemo(CancellationToken cancellationToken)
    {
        bool removed = await demo.RemoveAsync(cancellationToken);
        TempData["Done"] = removed ? "The demo mine and all that belonged to it are gone." : "There was no demo mine.";
        return Redirect("/import");
    }

    private async Task<IActionResult> ShowAsync(
        ImportForm form,
        ImportReport? report,
        CancellationToken cancellationToken
    )
    {
        IReadOnlyList<Mine> mines = await lists.MinesAsync(cancellationToken);
        ViewResult page = View(
            "Index",
            new ImportViewModel
            {
                Form = form,
                Mines = mines,
                Report = report,
                UploadLimitBytes = site.Value.UploadLimitBytes,
            }
        );
        bool refused = !ModelState.IsValid || report is { IsRefused: true };
        page.StatusCode = refused ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK;
        return page;
    }
}
