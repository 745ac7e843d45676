using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Web.Services.Queries;

namespace DeepmineSentinel.Web.ViewModels.Alerts;

public sealed record AlertListViewModel
{
    public required AlertListAddress Address { get; init; }

    public required AlertListFilter Filter { get; init; }

    public required AlertListPage Found { get; init; }

    public required IReadOnlyList<Mine> Mines { get; init; }

    public required DateTime Now { get; init; }

    /// <summary>Where the order stands, for a column's header; null: the list is ordered by another.</summary>
    public string? AriaSort(AlertSort sort) =>
        Filter.Sort != sort ? null
        : Filter.Descending ? "descending"
        : "ascending";
}
