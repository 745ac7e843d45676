namespace DeepmineSentinel.Web.Services.Queries;

/// <summary>What the results of a batch can be ordered by.</summary>
public enum PredictionBatchSort
{
    Level,
    Name,
    Mine,
    SevenDay,
    NotStable,
    AsOf,
}
