namespace DeepmineSentinel.Web.Services.Queries;

/// <summary>One page of the list of stopes.</summary>
public sealed record StopeListPage(IReadOnlyList<StopeRow> Rows, int Total, int Page)
{
    public int Pages => Math.Max(1, (Total + StopeListFilter.PageSize - 1) / StopeListFilter.PageSize);
}
