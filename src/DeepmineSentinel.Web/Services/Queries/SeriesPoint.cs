using DeepmineSentinel.Core.Monitoring;

namespace DeepmineSentinel.Web.Services.Queries;

/// <summary>Least and greatest values of the readings of one bucket of time; also the shape of the statement's rows.</summary>
internal sealed record SeriesPoint
{
    /// <summary>Start of the bucket, seconds since 1970.</summary>
    public required long Time { get; init; }

    /// <summary>Readings in the bucket.</summary>
    public required int Readings { get; init; }

    public double? Min0 { get; init; }

    public double? Max0 { get; init; }

    public double? Min1 { get; init; }

    public double? Max1 { get; init; }

    public double? Min2 { get; init; }

    public double? Max2 { get; init; }

    public double? Min3 { get; init; }

    public double? Max3 { get; init; }

    public double? Min4 { get; init; }

    public double? Max4 { get; init; }

    /// <summary>Least value of a channel; null: not measured.</summary>
    public double? Min(int channel) =>
        channel switch
        {
            0 => Min0,
            1 => Min1,
            2 => Min2,
            3 => Min3,
            _ => Min4,
        };

    /// <summary>Greatest value of a channel; null: not measured.</summary>
    public double? Max(int channel) =>
        channel switch
        {
            0 => Max0,
            1 => Max1,
            2 => Max2,
            3 => Max3,
            _ => Max4,
        };

    public static SeriesPoint Of(ReadingSummary row) =>
        new()
        {
            Time = SeriesSteps.Seconds(row.Start),
            Readings = row.Readings,
            Min0 = row.Least(0),
            Max0 = row.Greatest(0),
            Min1 = row.Least(1),
            Max1 = row.Greatest(1),
            Min2 = row.Least(2),
            Max2 = row.Greatest(2),
            Min3 = row.Least(3),
            Max3 = row.Greatest(3),
            Min4 = row.Least(4),
            Max4 = row.Greatest(4),
        };

    /// <summary>Two buckets as one that begins at <paramref name="time"/>.</summary>
    public SeriesPoint With(SeriesPoint other, long time) =>
        new()
        {
            Time = time,
            Readings = Readings + other.Readings,
            Min0 = Less(Min0, other.Min0),
            Max0 = More(Max0, other.Max0),
            Min1 = Less(Min1, other.Min1),
            Max1 = More(Max1, other.Max1),
            Min2 = Less(Min2, other.Min2),
            Max2 = More(Max2, other.Max2),
            Min3 = Less(Min3, other.Min3),
            Max3 = More(Max3, other.Max3),
            Min4 = Less(Min4, other.Min4),
            Max4 = More(Max4, other.Max4),
        };

    private static double? Less(double? one, double? other) =>
        one is { } a && other is { } b ? Math.Min(a, b) : one ?? other;

    private static double? More(double? one, double? other) =>
        one is { } a && other is { } b ? Math.Max(a, b) : one ?? other;
}
