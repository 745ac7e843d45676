namespace DeepmineSentinel.Web.Services.Queries;

/// <summary>One page of a batch's results.</summary>
public sealed record PredictionBatchResults(IReadOnlyList<PredictionBatchRow> Rows, int Total, int Page, int PageSize)
{
    public int Pages => Math.Max(1, (Total + PageSize - 1) / PageSize);
}
