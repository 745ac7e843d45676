using System.Globalization;
using DeepmineSentinel.Core.Risk;
using DeepmineSentinel.Web.Services.Queries;
using DeepmineSentinel.Web.ViewModels.Stopes;
using Microsoft.AspNetCore.Http.Extensions;

namespace DeepmineSentinel.Web.ViewModels.Predictions;

/// <summary>What a batch's results show, to and from the address, so that a link reproduces the view.</summary>
public sealed record PredictionBatchAddress
{
    public int Id { get; init; }

    public string? Q { get; init; }

    public int? Mine { get; init; }

    public string? Level { get; init; }

    public string? Sort { get; init; }

    public string? Dir { get; init; }

    public int Page { get; init; } = 1;

    /// <summary>Rows of a page, one of <see cref="PredictionBatchFilter.PageSizes"/>; null: the usual ones.</summary>
    public int? Size { get; init; }

    public bool IsFiltered => !string.IsNullOrWhiteSpace(Q) || Mine is not null || Level is not null;

    public PredictionBatchFilter ToFilter()
    {
        PredictionBatchSort sort = Words.Parse<PredictionBatchSort>(Sort) ?? PredictionBatchSort.Level;
        return new PredictionBatchFilter
        {
            Search = Q,
            MineId = Mine,
            Level = Words.Parse<RiskLevel>(Level),
            Failed =
                Level == StopeListAddress.FailedWord ? true
                : Words.Parse<RiskLevel>(Level) is not null ? false
                : null,
            Sort = sort,
            Descending = Dir is null ? IsDownAtFirst(sort) : Dir == "desc",
            Page = Page,
            PageSize =
                Size is { } size && PredictionBatchFilter.PageSizes.Contains(size)
                    ? size
                    : PredictionBatchFilter.UsualPageSize,
        };
    }

    /// <summary>The address of the same results on another page.</summary>
    public string OnPage(int page) => (this with { Page = page }).ToString();

    /// <summary>The address of the same results in another order; the same column again turns it round.</summary>
    public string SortedBy(PredictionBatchSort sort)
    {
        PredictionBatchFilter filter = ToFilter();
        bool down = filter.Sort == sort ? !filter.Descending : IsDownAtFirst(sort);
        return (this with { Sort = Words.Key(sort), Dir = down ? "desc" : "asc", Page = 1 }).ToString();
    }

    /// <summary>The address of the same results as a file.</summary>
    public string AsCsv() => Text("/results.csv", this with { Page = 1, Size = null });

    public override string ToString() => Text("", this);

    private static bool IsDownAtFirst(PredictionBatchSort sort) =>
        sort is not (PredictionBatchSort.Name or PredictionBatchSort.Mine);

    private static string Text(string file, PredictionBatchAddress address)
    {
        QueryBuilder query = [];
        Add(query, "q", address.Q);
        Add(query, "mine", Text(address.Mine));
        Add(query, "level", address.Level);
        Add(query, "sort", address.Sort);
        Add(query, "dir", address.Dir);
        Add(query, "size", Text(address.Size));
        Add(query, "page", address.Page > 1 ? Text(address.Page) : null);
        return $"/predictions/{Text(address.Id)}{file}{query.ToQueryString()}";
    }

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static void Add(QueryBuilder query, string name, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            query.Add(name, value);
        }
    }
}
