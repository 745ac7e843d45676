namespace DeepmineSentinel.Web.Api.Readings;

/// <summary>What became of the readings of a request.</summary>
/// <param name="Received">Readings in the request.</param>
/// <param name="Accepted">Readings that were stored.</param>
/// <param name="Duplicates">Readings of a moment that the stope had a reading of already; what was there stays.</param>
/// <param name="Refused">Readings that cannot be stored.</param>
/// <param name="Results">By their place in the request; those that were accepted only where all were asked for.</param>
internal sealed record ReadingBatchDocument(
    int Received,
    int Accepted,
    int Duplicates,
    int Refused,
    IReadOnlyList<ReadingResultDocument> Results
);
