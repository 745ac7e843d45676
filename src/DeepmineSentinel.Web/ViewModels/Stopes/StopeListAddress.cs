using System.Globalization;
using DeepmineSentinel.Web.Services.Queries;
using Microsoft.AspNetCore.Http.Extensions;

namespace DeepmineSentinel.Web.ViewModels.Stopes;

/// <summary>What the list shows, to and from its address, so that a link reproduces the view.</summary>
public sealed record StopeListAddress
{
    /// <summary>The word, beside the levels, for stopes whose failure was observed.</summary>
    public const string FailedWord = "failed";

    public string? Q { get; init; }

    public int? Mine { get; init; }

    public string? Level { get; init; }

    /// <summary>What changed within the last day: rose, fell or observed; null: all.</summary>
    public string? Changed { get; init; }

    public string? Sort { get; init; }

    public string? Dir { get; init; }

    public bool Archived { get; init; }

    public bool Review { get; init; }

    public int Page { get; init; } = 1;

    public StopeListFilter ToFilter() =>
        new()
        {
            Search = Q,
            MineId = Mine,
            Level = Words.Parse<Core.Risk.RiskLevel>(Level),
            Failed = Level == FailedWord,
            Change = Words.Parse<StopeChange>(Changed),
            Archived = Archived,
            ToReview = Review,
            Sort = Words.Parse<StopeSort>(Sort) ?? StopeSort.Name,
            Descending = Dir == "desc",
            Page = Page,
        };

    /// <summary>The address of the same list on another page.</summary>
    public string OnPage(int page) => (this with { Page = page }).ToString();

    /// <summary>The address of the same list in another order; the same column again turns it round.</summary>
    public string SortedBy(StopeSort sort)
    {
        StopeListFilter filter = ToFilter();
        bool numbers = sort is not (StopeSort.Name or StopeSort.Mine);
        bool down = filter.Sort == sort ? !filter.Descending : numbers;
        return (this with { Sort = Words.Key(sort), Dir = down ? "desc" : "asc", Page = 1 }).ToString();
    }

    /// <summary>The address of the same list as a file.</summary>
    public string AsCsv() => (this with { Page = 1 }).Text("/stopes/list.csv");

    public override string ToString() => Text("/stopes");

    private string Text(string path)
    {
        QueryBuilder query = [];
        Add(query, "q", Q);
        Add(query, "mine", Mine?.ToString(CultureInfo.InvariantCulture));
        Add(query, "level", Level);
        Add(query, "changed", Changed);
        Add(query, "sort", Sort);
        Add(query, "dir", Dir);
        Add(query, "archived", Archived ? "true" : null);
        Add(query, "review", Review ? "true" : null);
        Add(query, "page", Page > 1 ? Page.ToString(CultureInfo.InvariantCulture) : null);
        return $"{path}{query.ToQueryString()}";
    }

    private static void Add(QueryBuilder query, string name, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            query.Add(name, value);
        }
    }
}
