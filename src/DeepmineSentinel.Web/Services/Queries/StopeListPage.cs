namespace DeepmineSentinel.Web.Services.Queries;

/// <summary>One page of the list of stopes.</summary>
public sealed record StopeListPage(IReadOnlyList<StopeRow> Rows, int Total, int Page, int PageSize)
{
    public int Pages => Math.Max(1, (Total + PageSize - 1) / PageSize);
}
