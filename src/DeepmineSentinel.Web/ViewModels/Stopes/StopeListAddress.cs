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

    /// <summary>Words of <see cref="StopeColumn"/>; none: the usual ones.</summary>
    public string[] Column { get; init; } = [];

    /// <summary>Columns that are shown beside the name, in their order.</summary>
    public IReadOnlyList<StopeColumn> Columns => StopeColumns.Of(Column);

    /// <summary>Whether other columns than the usual ones are shown.</summary>
    public bool HasOwnColumns => !Columns.SequenceEqual(StopeColumns.Usual);

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

    /// <summary>Names and values that make the same list, for the fields of a form; without its columns and its page.</summary>
    public IEnumerable<KeyValuePair<string, string>> Fields()
    {
        (string Name, string? Value)[] all =
        [
            ("q", Q),
            ("mine", Mine?.ToString(CultureInfo.InvariantCulture)),
            ("level", Level),
            ("changed", Changed),
            ("sort", Sort),
            ("dir", Dir),
            ("archived", Archived ? "true" : null),
            ("review", Review ? "true" : null),
        ];
        return all.Where(field => !string.IsNullOrWhiteSpace(field.Value))
            .Select(field => KeyValuePair.Create(field.Name, field.Value!));
    }

    public override string ToString() => Text("/stopes");

    private string Text(string path)
    {
        QueryBuilder query = new(Fields());
        if (HasOwnColumns)
        {
            query.Add("column", Columns.Select(column => Words.Key(column)));
        }

        if (Page > 1)
        {
            query.Add("page", Page.ToString(CultureInfo.InvariantCulture));
        }

        return $"{path}{query.ToQueryString()}";
    }
}
