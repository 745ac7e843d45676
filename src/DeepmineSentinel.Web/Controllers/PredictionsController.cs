using System.Globalization;
using System.Text;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Predictions;
using DeepmineSentinel.Core.Predictions.Batches;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Web.Languages;
using DeepmineSentinel.Web.Problems;
using DeepmineSentinel.Web.Services.Predictions;
using DeepmineSentinel.Web.Services.Predictions.Batches;
using DeepmineSentinel.Web.Services.Queries;
using DeepmineSentinel.Web.Services.Registry;
using DeepmineSentinel.Web.ViewModels.Predictions;
using DeepmineSentinel.Web.ViewModels.Stopes;
using Microsoft.AspNetCore.Mvc;

namespace DeepmineSentinel.Web.Controllers;

/// <summary>Predictions of many stopes: choose, follow, look at, take away.</summary>
public sealed class PredictionsController(
    PredictionBatchQueries batches,
    PredictionBatchService service,
    StopeListQueries stopes,
    ModelRegistry registry
) : Controller
{
    /// <summary>The code of a form that cannot be read; its sentence is in the reader's language already.</summary>
    public const string InvalidChoice = "invalid_choice";

    private const int PageOfAll = 1;

    [HttpGet("/predictions")]
    public async Task<IActionResult> Index(int? page, CancellationToken cancellationToken) =>
        View(await batches.ListAsync(page ?? PageOfAll, cancellationToken));

    [HttpGet("/predictions/new")]
    public Task<IActionResult> New(StopeListAddress address, CancellationToken cancellationToken) =>
        ChooseAsync(address with { Archived = false }, new NewBatchForm(), null, cancellationToken);

    [HttpPost("/predictions")]
    public async Task<IActionResult> Start(NewBatchForm form, CancellationToken cancellationToken)
    {
        try
        {
            if (ModelState.Values.SelectMany(entry => entry.Errors).FirstOrDefault() is { } wrong)
            {
                throw new SentinelException(FailureKind.InvalidInput, InvalidChoice, wrong.ErrorMessage);
            }

            PredictionBatch batch = await service.SubmitAsync(
                await RequestAsync(form, cancellationToken),
                cancellationToken
            );
            return Redirect($"/predictions/{batch.Id}");
        }
        catch (SentinelException refused)
            when (refused.Kind is FailureKind.InvalidInput or FailureKind.NotFound or FailureKind.Conflict)
        {
            ModelState.Clear();
            return await ChooseAsync(form.ToAddress(), form, refused, cancellationToken);
        }
    }

    [HttpGet("/predictions/{id:int}")]
    public async Task<IActionResult> Detail(int id, PredictionBatchAddress address, CancellationToken cancellationToken)
    {
        PredictionBatch batch = await batches.GetAsync(id, cancellationToken);
        PredictionBatchResults found = await batches.ResultsAsync(id, address.ToFilter(), cancellationToken);
        ViewData["Synthetic"] = found.Rows.Any(row => row.IsSynthetic);
        return View(
            new PredictionBatchViewModel
            {
                Batch = batch,
                Address = address with { Id = id, Page = found.Page },
                Found = found,
                Mines = await stopes.MinesAsync(cancellationToken),
            }
        );
    }

    [HttpGet("/predictions/{id:int}/results.csv")]
    public async Task Results(int id, PredictionBatchAddress address, CancellationToken cancellationToken)
    {
        await batches.GetAsync(id, cancellationToken);
        Response.ContentType = "text/csv; charset=utf-8";
        Response.Headers.ContentDisposition = string.Create(
            CultureInfo.InvariantCulture,
            $"attachment; filename=\"predictions-{id}.csv\""
        );
        await using StreamWriter writer = new(Response.Body, new UTF8Encoding(false), leaveOpen: true)
        {
            NewLine = "\n",
        };
        await writer.WriteLineAsync(PredictionCsv.Header);
        await foreach (
            StabilityPrediction answer in batches
                .AnswersAsync(id, address.ToFilter())
                .WithCancellation(cancellationToken)
        )
        {
            await writer.WriteLineAsync(PredictionCsv.Line(answer));
        }
    }

    [HttpPost("/predictions/{id:int}/cancel")]
    public Task<IActionResult> Cancel(int id, CancellationToken cancellationToken) =>
        MoveAsync(id, Texts.Of("Stopped. The answers so far are kept."), service.CancelAsync(id, cancellationToken));

    [HttpPost("/predictions/{id:int}/resume")]
    public Task<IActionResult> Resume(int id, CancellationToken cancellationToken) =>
        MoveAsync(
            id,
            Texts.Of("Queued again: it goes on with the stopes that wait."),
            service.ResumeAsync(id, cancellationToken)
        );

    // A second press, or somebody else's, finds the batch where the first one put it.
    private async Task<IActionResult> MoveAsync(int id, string done, Task move)
    {
        try
        {
            await move;
            TempData["Done"] = done;
        }
        catch (SentinelException refused) when (refused.Kind == FailureKind.Conflict)
        {
            TempData["Refused"] = refused.Message;
            TempData["RefusedCode"] = refused.Code;
        }

        return Redirect($"/predictions/{id}");
    }

    private async Task<PredictionBatchRequest> RequestAsync(NewBatchForm form, CancellationToken cancellationToken)
    {
        bool picked = form.Which == NewBatchForm.Picked;
        StopeListAddress address = form.ToAddress();
        IReadOnlyList<int> ids = picked
            ? form.StopeIds ?? []
            : await stopes.IdsAsync(address.ToFilter(), cancellationToken);
        IReadOnlyList<Mine> mines = await stopes.MinesAsync(cancellationToken);
        return new PredictionBatchRequest
        {
            StopeIds = ids,
            Selection = picked ? "picked by hand" : Language.InEnglish(() => NewBatchViewModel.InWords(address, mines)),
            AsOf = MomentOf(form),
            RunId = string.IsNullOrWhiteSpace(form.RunId) ? null : form.RunId.Trim(),
            RequestKey = string.IsNullOrWhiteSpace(form.Key) ? null : form.Key,
        };
    }

    private static DateTime? MomentOf(NewBatchForm form)
    {
        if (form.Moment.IsEmpty)
        {
            return null;
        }

        // What lies in the future is refused where batches are taken in, for the API alike.
        return form.Moment.Read(DateTime.MaxValue, out DateTime utc) is { } reason
            ? throw new SentinelException(FailureKind.InvalidInput, "invalid_choice", $"The moment {reason}.")
            : utc;
    }

    private async Task<IActionResult> ChooseAsync(
        StopeListAddress address,
        NewBatchForm form,
        SentinelException? refused,
        CancellationToken cancellationToken
    )
    {
        StopeListPage found = await stopes.FindAsync(address.ToFilter(), cancellationToken);
        IReadOnlyList<ModelVersion> versions = await registry.ListAsync(cancellationToken);
        ViewData["Synthetic"] = found.Rows.Any(row => row.IsSynthetic);
        ViewResult page = View(
            "New",
            new NewBatchViewModel
            {
                Address = address with { Page = found.Page },
                Found = found,
                Mines = await stopes.MinesAsync(cancellationToken),
                Versions = [.. versions.Where(version => version.State != ModelVersionState.Archived)],
                // A press that was refused was answered: the next one is another request.
                Form = form with
                {
                    Key = Guid.NewGuid().ToString("N"),
                },
                Problem = refused,
            }
        );
        page.StatusCode = refused is null ? StatusCodes.Status200OK : FailureStatus.Http(refused.Kind);
        return page;
    }
}
