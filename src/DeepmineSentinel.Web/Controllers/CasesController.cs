using DeepmineSentinel.Core.Stability;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Data.Csv;
using DeepmineSentinel.Data.Exporting;
using DeepmineSentinel.Web.ViewModels;
using DeepmineSentinel.Web.ViewModels.Cases;
using Microsoft.AspNetCore.Mvc;

namespace DeepmineSentinel.Web.Controllers;

/// <summary>Case histories on the stability graph.</summary>
public sealed class CasesController(CaseHistoryStore store) : Controller
{
    [HttpGet("/cases")]
    public async Task<IActionResult> Index(string? source, string? state, int page, CancellationToken cancellationToken)
    {
        CaseHistorySet all = await store.ReadAsync(cancellationToken);
        string[] sources = [.. all.Cases.Select(history => history.Source).Distinct().Order(StringComparer.Ordinal)];
        string? chosen = sources.Contains(source) ? source : null;
        OutcomeClass? outcome = Words.Parse<OutcomeClass>(state);
        CaseHistory[] cases =
        [
            .. all.Cases.Where(history =>
                (chosen is null || history.Source == chosen) && (outcome is null || history.State == outcome)
            ),
        ];
        int pages = Math.Max(1, (cases.Length + CaseListViewModel.PageSize - 1) / CaseListViewModel.PageSize);
        return View(
            new CaseListViewModel
            {
                Total = all.Cases.Count,
                Cases = cases,
                Sources = sources,
                Remarks = all.Remarks,
                Source = chosen,
                State = outcome,
                Page = Math.Clamp(page, 1, pages),
            }
        );
    }
}
