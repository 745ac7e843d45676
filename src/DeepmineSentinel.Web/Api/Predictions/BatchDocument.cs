using System.Globalization;
using DeepmineSentinel.Core.Predictions.Batches;

namespace DeepmineSentinel.Web.Api.Predictions;

/// <summary>A batch of predictions as scripts read it.</summary>
internal sealed record BatchDocument
{
    public required int Id { get; init; }
    public required PredictionBatchState Status { get; init; }
    public required string RequestedBy { get; init; }
    public required DateTime RequestedAt { get; init; }

    /// <summary>Null: each stope's newest reading.</summary>
    public required DateTime? AsOf { get; init; }

    /// <summary>Run that is to answer; null: whatever answers everywhere.</summary>
    public required string? RunId { get; init; }

    /// <summary>Stopes asked about.</summary>
    public required int Stopes { get; init; }

    /// <summary>Stopes that are done.</summary>
    public required int Done { get; init; }
    public required DateTime? FinishedAt { get; init; }

    /// <summary>Null: it did not fail.</summary>
    public required TrainingRunFailure? Failure { get; init; }
    public required IReadOnlyDictionary<string, string> Links { get; init; }

    public static BatchDocument Of(PredictionBatch batch)
    {
        string self = string.Create(CultureInfo.InvariantCulture, $"{ApiRoutes.Root}/predictions/batch/{batch.Id}");
        return new BatchDocument
        {
            Id = batch.Id,
            Status = batch.State,
            RequestedBy = batch.RequestedBy,
            RequestedAt = batch.RequestedAt,
            AsOf = batch.AsOf,
            RunId = batch.RunId,
            Stopes = batch.Stopes,
            Done = batch.Done,
            FinishedAt = batch.FinishedAt,
            Failure = batch.FailureCode is { } code ? new TrainingRunFailure(code, batch.FailureMessage ?? "") : null,
            Links = new Dictionary<string, string> { ["self"] = self, ["results"] = $"{self}/results" },
        };
    }
}
