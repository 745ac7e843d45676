using DeepmineSentinel.Core.Predictions.Batches;
using DeepmineSentinel.Core.Stopes;
using DeepmineSentinel.Web.Services.Queries;

namespace DeepmineSentinel.Web.ViewModels.Predictions;

/// <summary>One batch with a page of its results.</summary>
public sealed record PredictionBatchViewModel
{
    public required PredictionBatch Batch { get; init; }

    public required PredictionBatchAddress Address { get; init; }

    public required PredictionBatchResults Found { get; init; }

    public required IReadOnlyList<Mine> Mines { get; init; }

    public PredictionBatchFilter Filter => Address.ToFilter();

    /// <summary>Where the order stands, for a column's header; null: the results are ordered by another.</summary>
    public string? AriaSort(PredictionBatchSort sort) =>
        Filter.Sort != sort ? null
        : Filter.Descending ? "descending"
        : "ascending";

    /// <summary>Colour word of a batch's state.</summary>
    public static string Tone(PredictionBatchState state) =>
        state switch
        {
            PredictionBatchState.Completed => "good",
            PredictionBatchState.Failed => "bad",
            PredictionBatchState.Cancelled or PredictionBatchState.Interrupted => "warn",
            _ => "",
        };
}
