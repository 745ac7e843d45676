namespace DeepmineSentinel.Web.Services.Predictions.Batches;

/// <summary>Predictions of many stopes that somebody asks for.</summary>
public sealed record PredictionBatchRequest
{
    /// <summary>The stopes; one named twice counts once.</summary>
    public required IReadOnlyCollection<int> StopeIds { get; init; }

    /// <summary>How they were chosen, in words.</summary>
    public required string Selection { get; init; }

    /// <summary>The moment asked about, UTC; null: each stope's newest reading.</summary>
    public DateTime? AsOf { get; init; }

    /// <summary>Run that is to answer; null: whatever answers everywhere.</summary>
    public string? RunId { get; init; }

    /// <summary>Key of the request: one sent again gives the same batch; null: every request makes one.</summary>
    public string? RequestKey { get; init; }
}
