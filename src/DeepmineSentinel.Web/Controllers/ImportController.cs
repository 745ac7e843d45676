using System.Text;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Importing;
using DeepmineSentinel.Data.Csv;
using DeepmineSentinel.Data.Importing.Inspection;
using DeepmineSentinel.Web.Languages;
using DeepmineSentinel.Web.Options;
using DeepmineSentinel.Web.Services.Demo;
using DeepmineSentinel.Web.Services.Importing;
using DeepmineSentinel.Web.Services.Queries;
using DeepmineSentinel.Web.ViewModels;
using DeepmineSentinel.Web.ViewModels.Importing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace DeepmineSentinel.Web.Controllers;

/// <summary>Import in three steps: choose a file, confirm what its columns mean, look at the report and import.</summary>
public sealed class ImportController(
    UploadShelf shelf,
    StagedImports staged,
    StopeListQueries lists,
    DemoMineSeeder demo,
    IOptions<SiteOptions> site
) : Controller
{
    /// <summary>How long an answer waits for a small file; large ones show how far they are.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    [HttpGet("/import")]
    public Task<IActionResult> Index(string? kind, CancellationToken cancellationToken) =>
        FirstStepAsync(kind, [], cancellationToken);

    [HttpPost("/import")]
    public async Task<IActionResult> Send(ImportForm form, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return await FirstStepAsync(form.Kind, [], cancellationToken);
        }

        await using Stream content = form.File!.OpenReadStream();
        StagedUpload upload = await shelf.KeepAsync(content, form.File.FileName, cancellationToken);
        InspectedTable table = Inspected(upload, null, null, null);
        if (table.Problems.Count == 0)
        {
            string kind = Words.Parse<ImportKind>(form.Kind) is { } known ? $"?kind={Words.Key(known)}" : "";
            return Redirect($"/import/{upload.Id}{kind}");
        }

        UploadShelf.Remove(upload);
        return await FirstStepAsync(form.Kind, table.Problems, cancellationToken);
    }

    [HttpGet("/import/{id}")]
    public async Task<IActionResult> Columns(
        string id,
        string? kind,
        string? sheet,
        string? separator,
        CancellationToken cancellationToken
    )
    {
        StagedUpload upload = shelf.Find(id);
        ImportChoice? made = kind is null && sheet is null && separator is null ? StagedImports.ChoiceOf(upload) : null;
        InspectedTable table = Inspected(
            upload,
            made?.Kind ?? Words.Parse<ImportKind>(kind),
            made?.Shape.Sheet ?? sheet,
            made?.Shape.Separator ?? SignOf(separator)
        );
        return await SecondStepAsync(upload, table, made ?? Guessed(table), cancellationToken);
    }

    [HttpPost("/import/{id}/check")]
    public async Task<IActionResult> Check(string id, ColumnsForm form, CancellationToken cancellationToken)
    {
        StagedUpload upload = shelf.Find(id);
        if (!ModelState.IsValid)
        {
            InspectedTable table = Inspected(upload, form.Kind, form.Sheet, ColumnSeparators.SignOf(form.Separator));
            ImportChoice choice = (form with { Kind = table.Kind }).ToChoice();
            return await SecondStepAsync(upload, table, choice, cancellationToken);
        }

        await WaitAsync(staged.CheckAsync(upload, form.ToChoice(), cancellationToken), cancellationToken);
        return Redirect($"/import/{id}/report");
    }

    [HttpGet("/import/{id}/report")]
    public IActionResult Report(string id)
    {
        StagedUpload upload = shelf.Find(id);
        ImportState state = staged.StateOf(upload);
        return state.Stage == ImportStage.Waiting
            ? Redirect($"/import/{id}")
            : View("Report", new ImportReportViewModel(upload, state));
    }

    [HttpPost("/import/{id}/run")]
    public async Task<IActionResult> Run(string id, bool acceptValid, CancellationToken cancellationToken)
    {
        await WaitAsync(staged.ImportAsync(shelf.Find(id), acceptValid), cancellationToken);
        return Redirect($"/import/{id}/report");
    }

    [HttpGet("/import/{id}/rejects.csv")]
    public IActionResult Rejects(string id)
    {
        StagedUpload upload = shelf.Find(id);
        string name = $"{Path.GetFileNameWithoutExtension(upload.FileName)}.rejects.csv";
        return new ImportReportViewModel(upload, staged.StateOf(upload)).HasRejects
            ? PhysicalFile(upload.Rejects, "text/csv", name)
            : NotFound();
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
        TempData["Done"] = removed
            ? Texts.Of("The demo mine and all that belonged to it are gone.")
            : Texts.Of("There was no demo mine.");
        return Redirect("/import");
    }

    private static InspectedTable Inspected(StagedUpload upload, ImportKind? kind, string? sheet, char? separator)
    {
        using FileStream content = upload.Open();
        return TableInspector.Inspect(content, upload.FileName, kind, sheet, separator);
    }

    private static char? SignOf(string? word) =>
        Words.Parse<ColumnSeparator>(word) is { } known ? ColumnSeparators.SignOf(known) : null;

    private static ImportChoice Guessed(InspectedTable table) =>
        new()
        {
            Kind = table.Kind,
            MineName = "",
            Shape = table.Shape,
        };

    private static async Task WaitAsync(Task work, CancellationToken cancellationToken)
    {
        try
        {
            await work.WaitAsync(Patience, cancellationToken);
        }
        catch (TimeoutException)
        {
            // The report's page shows how far it is.
        }
    }

    private async Task<IActionResult> FirstStepAsync(
        string? kind,
        IReadOnlyList<RowProblem> problems,
        CancellationToken token
    )
    {
        ViewResult page = View(
            "Index",
            new ImportViewModel
            {
                Mines = await lists.MinesAsync(token),
                UploadLimitBytes = site.Value.UploadLimitBytes,
                Problems = problems,
                Kind = Words.Parse<ImportKind>(kind),
            }
        );
        bool refused = !ModelState.IsValid || problems.Count > 0;
        page.StatusCode = refused ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK;
        return page;
    }

    private async Task<IActionResult> SecondStepAsync(
        StagedUpload upload,
        InspectedTable table,
        ImportChoice choice,
        CancellationToken token
    )
    {
        ViewResult page = View(
            "Columns",
            new ColumnsViewModel
            {
                Upload = upload,
                Table = table,
                Mines = await lists.MinesAsync(token),
                Choice = choice,
            }
        );
        page.StatusCode = ModelState.IsValid ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;
        return page;
    }
}
