using DeepmineSentinel.Core.Predictions.Batches;

namespace DeepmineSentinel.Web.Services.Queries;

/// <summary>One page of the list of batches, newest first.</summary>
public sealed record PredictionBatchPage(IReadOnlyList<PredictionBatch> Rows, int Total, int Page)
{
    public const int PageSize = 25;

    public int Pages => Math.Max(1, (Total + PageSize - 1) / PageSize);
}
