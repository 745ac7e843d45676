namespace DeepmineSentinel.Web.Services.Queries;

/// <summary>The five channels of a stope, thinned so that no extreme is lost.</summary>
public sealed record StopeSeries
{
    public required int StopeId { get; init; }

    /// <summary>Zone that texts of marks tell their moments in.</summary>
    public required string Zone { get; init; }

    /// <summary>As asked; null: from the first reading.</summary>
    public required DateTime? From { get; init; }

    /// <summary>As asked; null: to the last reading.</summary>
    public required DateTime? To { get; init; }

    /// <summary>Readings that the points are made from.</summary>
    public required long Readings { get; init; }

    /// <summary>Seconds that one point stands for, from its time on; 0: each reading is a point.</summary>
    public required long BucketSeconds { get; init; }

    /// <summary>Seconds since 1970, rising; a gap is a point without values.</summary>
    public required IReadOnlyList<long> Times { get; init; }

    /// <summary>Readings of each point; null: a gap.</summary>
    public required IReadOnlyList<int?> Counts { get; init; }

    public required IReadOnlyList<SeriesChannel> Channels { get; init; }

    /// <summary>Events, outcomes, answers and moves of alerts, at most <see cref="SeriesMarks.Most"/> of each.</summary>
    public required IReadOnlyList<SeriesMark> Events { get; init; }
}
