namespace DeepmineSentinel.Web.Services.Queries;

/// <summary>One page of the list of alerts.</summary>
public sealed record AlertListPage(IReadOnlyList<AlertRow> Rows, int Total, int Page, int PageSize)
{
    public int Pages => Math.Max(1, (Total + PageSize - 1) / PageSize);
}
