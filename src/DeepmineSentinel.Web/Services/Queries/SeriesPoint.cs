namespace DeepmineSentinel.Web.Services.Queries;

/// <summary>Least and greatest values of the readings of one bucket of time; also the shape of the statement's rows.</summary>
internal sealed class SeriesPoint
{
    /// <summary>Start of the bucket, seconds since 1970.</summary>
    public required long Time { get; init; }

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
}
