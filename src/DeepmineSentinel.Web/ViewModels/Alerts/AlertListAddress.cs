using System.Globalization;
using DeepmineSentinel.Core.Alerts;
using DeepmineSentinel.Web.Services.Queries;
using Microsoft.AspNetCore.Http.Extensions;

namespace DeepmineSentinel.Web.ViewModels.Alerts;

/// <summary>What the list of alerts shows, to and from its address, so that a link reproduces the view.</summary>
public sealed record AlertListAddress
{
    /// <summary>The word for open and resolved ones together.</summary>
    public const string Any = "any";

    public string? Q { get; init; }

    /// <summary>A state, or <see cref="Any"/>; null: open ones.</summary>
    public string? State { get; init; }

    public string? Level { get; init; }

    public string? Cause { get; init; }

    public int? Mine { get; init; }

    public int? Stope { get; init; }

    /// <summary>Only those raised within so many hours.</summary>
    public int? Hours { get; init; }

    public string? Sort { get; init; }

    public string? Dir { get; init; }

    public int Page { get; init; } = 1;

    public bool IsFiltered =>
        this
        != new AlertListAddress
        {
            Sort = Sort,
            Dir = Dir,
            Page = Page,
        };

    public AlertListFilter ToFilter(DateTime now)
    {
        AlertSort sort = Words.Parse<AlertSort>(Sort) ?? AlertSort.Level;
        return new AlertListFilter
        {
            Search = Q,
            State = Words.Parse<AlertState>(State),
            All = State == Any,
            Level = Words.Parse<AlertLevel>(Level),
            Cause = Words.Parse<AlertCauseKind>(Cause),
            MineId = Mine,
            StopeId = Stope,
            RaisedSince = Hours is > 0 and < 100_000 ? now.AddHours(-Hours.Value) : null,
            Sort = sort,
            Descending = Dir is null ? sort != AlertSort.Stope : Dir == "desc",
            Page = Page,
        };
    }

    /// <summary>The address of the same list on another page.</summary>
    public string OnPage(int page) => (this with { Page = page }).ToString();

    /// <summary>The address of the same list in another order; the same column again turns it round.</summary>
    public string SortedBy(AlertSort sort)
    {
        AlertListFilter filter = ToFilter(DateTime.UnixEpoch);
        bool down = filter.Sort == sort ? !filter.Descending : sort is AlertSort.Level or AlertSort.Raised;
        return (this with { Sort = Words.Key(sort), Dir = down ? "desc" : "asc", Page = 1 }).ToString();
    }

    public override string ToString()
    {
        QueryBuilder query = [];
        Add(query, "q", Q);
        Add(query, "state", State);
        Add(query, "level", Level);
        Add(query, "cause", Cause);
        Add(query, "mine", Text(Mine));
        Add(query, "stope", Text(Stope));
        Add(query, "hours", Text(Hours));
        Add(query, "sort", Sort);
        Add(query, "dir", Dir);
        Add(query, "page", Page > 1 ? Text(Page) : null);
        return $"/alerts{query.ToQueryString()}";
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
