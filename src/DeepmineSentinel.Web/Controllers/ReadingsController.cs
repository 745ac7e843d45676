using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Web.Services.Queries;
using DeepmineSentinel.Web.Services.Stopes;
using DeepmineSentinel.Web.ViewModels.Stopes;
using Microsoft.AspNetCore.Mvc;

namespace DeepmineSentinel.Web.Controllers;

/// <summary>A stope's readings: for the chart, as a table, as a file.</summary>
public sealed class ReadingsController(StopeQueries stopes, SeriesQueries series, ReadingExport export) : Controller
{
    private const int UsualPoints = 1_000;

    [HttpGet("/stopes/{id:int}/series")]
    public async Task<IActionResult> Series(
        int id,
        DateTimeOffset? from,
        DateTimeOffset? to,
        int? points,
        CancellationToken cancellationToken
    ) =>
        ModelState.IsValid
            ? Json(await series.GetAsync(id, Range(from, to), points ?? UsualPoints, cancellationToken))
            : ValidationProblem();

    /// <summary>What the chart draws for the same range and number of points, as a file.</summary>
    [HttpGet("/stopes/{id:int}/series.csv")]
    public async Task<IActionResult> SeriesFile(
        int id,
        DateTimeOffset? from,
        DateTimeOffset? to,
        int? points,
        CancellationToken cancellationToken
    ) =>
        ModelState.IsValid
            ? File(
                SeriesCsv.Write(await series.GetAsync(id, Range(from, to), points ?? UsualPoints, cancellationToken)),
                "text/csv",
                $"series-{id}.csv"
            )
            : ValidationProblem();

    [HttpGet("/stopes/{id:int}/readings")]
    public async Task<IActionResult> Index(
        int id,
        DateTimeOffset? from,
        DateTimeOffset? to,
        int? page,
        CancellationToken cancellationToken
    )
    {
        (Stope stope, Mine mine) = await stopes.GetAsync(id, cancellationToken);
        TimeRange range = Range(from, to);
        int total = await stopes.CountReadingsAsync(id, range, cancellationToken);
        int pages = Math.Max(1, (total + StopeQueries.ReadingsPageSize - 1) / StopeQueries.ReadingsPageSize);
        int shown = Math.Clamp(page ?? 1, 1, pages);
        ViewData["Synthetic"] = mine.IsSynthetic;
        return View(
            new ReadingsViewModel
            {
                Stope = stope,
                Mine = mine,
                Range = range,
                Total = total,
                Page = shown,
                Pages = pages,
                Rows = await stopes.ReadingsAsync(id, range, shown, cancellationToken),
            }
        );
    }

    [HttpGet("/stopes/{id:int}/readings.csv")]
    public async Task<IActionResult> Csv(
        int id,
        DateTimeOffset? from,
        DateTimeOffset? to,
        CancellationToken cancellationToken
    ) => File(await export.WriteAsync(id, Range(from, to), cancellationToken), "text/csv", $"readings-{id}.csv");

    private static TimeRange Range(DateTimeOffset? from, DateTimeOffset? to) => new(from?.UtcDateTime, to?.UtcDateTime);
}
