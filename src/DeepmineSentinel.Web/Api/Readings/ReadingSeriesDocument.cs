using DeepmineSentinel.Web.Services.Queries;

namespace DeepmineSentinel.Web.Api.Readings;

/// <summary>A range of readings, thinned so that no extreme is lost.</summary>
internal sealed record ReadingSeriesDocument
{
    public required int StopeId { get; init; }

    /// <summary>As asked; null: from the first reading.</summary>
    public required DateTime? From { get; init; }

    /// <summary>As asked, not part of the range; null: to the last reading.</summary>
    public required DateTime? To { get; init; }

    /// <summary>Readings that the points are made from.</summary>
    public required long Readings { get; init; }

    /// <summary>Seconds that one point stands for, from its time on; 0: each reading is a point.</summary>
    public required long BucketSeconds { get; init; }

    /// <summary>Time of each point, rising, to the second.</summary>
    public required IReadOnlyList<DateTime> Times { get; init; }

    /// <summary>Readings of each point; null: a gap.</summary>
    public required IReadOnlyList<int?> Counts { get; init; }
    public required IReadOnlyList<ReadingChannelDocument> Channels { get; init; }

    public static ReadingSeriesDocument Of(StopeSeries series) =>
        new()
        {
            StopeId = series.StopeId,
            From = series.From,
            To = series.To,
            Readings = series.Readings,
            BucketSeconds = series.BucketSeconds,
            Times = [.. series.Times.Select(seconds => DateTime.UnixEpoch.AddSeconds(seconds))],
            Counts = series.Counts,
            Channels =
            [
                .. series.Channels.Select(
                    (channel, index) =>
                        new ReadingChannelDocument(
                            ReadingMembers.Names[ReadingMembers.FirstChannel + index],
                            channel.Unit,
                            channel.Min,
                            channel.Max
                        )
                ),
            ],
        };
}
