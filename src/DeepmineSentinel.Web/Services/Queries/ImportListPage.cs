using DeepmineSentinel.Core.Importing;

namespace DeepmineSentinel.Web.Services.Queries;

/// <summary>One page of the list of imports, newest first.</summary>
public sealed record ImportListPage(IReadOnlyList<ImportBatch> Rows, int Total, int Page)
{
    public int Pages => Math.Max(1, (Total + ImportListFilter.PageSize - 1) / ImportListFilter.PageSize);
}
