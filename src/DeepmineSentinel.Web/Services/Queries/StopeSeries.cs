namespace DeepmineSentinel.Web.Services.Queries;

/// <summary>The five channels of a stope, thinned so that no extreme is lost.</summary>
public sealed record StopeSeries
{
    public required int StopeId { get; init; }

    public required string Zone { get; init; }

    public required DateTime? From { get; init; }

    public required DateTime? To { get; init; }

    /// <summary>Readings in the range.</summary>
    public required int Readings { get; init; }

    /// <summary>Seconds that one point stands for; 0: each reading is a point.</summary>
    public required long BucketSeconds { get; init; }

    /// <summary>Seconds since 1970, rising; a gap is a point without values.</summary>
    public required IReadOnlyList<long> Times { get; init; }

    public required IReadOnlyList<SeriesChannel> Channels { get; init; }

    public required IReadOnlyList<SeriesEvent> Events { get; init; }
}
