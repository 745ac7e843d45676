namespace DeepmineSentinel.Data.Answers;

/// <summary>What was answered to a request that carried a key, so that the same request is not carried out twice.</summary>
public sealed record KeptAnswer
{
    /// <summary>SHA-256 of method, address and key, lower-case hex.</summary>
    public required string Id { get; init; }

    /// <summary>SHA-256 of the request's body, lower-case hex.</summary>
    public required string BodyHash { get; init; }

    /// <summary>HTTP status.</summary>
    public required int Status { get; init; }

    /// <summary>Header <c>Location</c>; null: none.</summary>
    public string? Location { get; init; }

    /// <summary>Header <c>ETag</c>; null: none.</summary>
    public string? Tag { get; init; }

    /// <summary>JSON of the answer.</summary>
    public required string Content { get; init; }

    /// <summary>When it was answered, UTC.</summary>
    public required DateTime At { get; init; }
}
