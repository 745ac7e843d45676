using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Web.Services.Queries;

namespace DeepmineSentinel.Web.ViewModels.Stopes;

public sealed record StopeListViewModel(StopeListAddress Address, StopeListPage Found, IReadOnlyList<Mine> Mines)
{
    public StopeListFilter Filter { get; } = Address.ToFilter();

    /// <summary>Where the order stands, for a column's header; null: the list is ordered by another.</summary>
    public string? AriaSort(StopeSort sort) =>
        Filter.Sort != sort ? null
        : Filter.Descending ? "descending"
        : "ascending";
}
