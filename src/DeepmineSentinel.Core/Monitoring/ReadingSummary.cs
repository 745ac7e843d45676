namespace DeepmineSentinel.Core.Monitoring;

/// <summary>
/// Least and greatest values of a stope's readings within one hour or one day, so that a chart of years reads hundreds of rows
/// and loses no extreme. Always made from the readings themselves; a channel without a value is null.
/// </summary>
public sealed record ReadingSummary
{
    /// <summary>Hours of a day's summary.</summary>
    public const int Day = 24;

    /// <summary>Hours of an hour's summary.</summary>
    public const int Hour = 1;

    /// <summary>Only days with more readings than this have summaries of their hours; fewer readings are read themselves.</summary>
    public const int MostWithoutHours = 24;

    /// <summary>Stope it belongs to.</summary>
    public required int StopeId { get; init; }

    /// <summary><see cref="Day"/> or <see cref="Hour"/>.</summary>
    public required int Hours { get; init; }

    /// <summary>Its beginning, UTC, on a whole day or hour; the end is not part of it.</summary>
    public required DateTime Start { get; init; }

    /// <summary>How many readings it is made from, at least 1.</summary>
    public required int Readings { get; init; }

    /// <summary>Least peak particle velocity, mm/s; null: not measured.</summary>
    public double? LeastVibrationMmPerSecond { get; init; }

    /// <summary>Greatest peak particle velocity, mm/s; null: not measured.</summary>
    public double? GreatestVibrationMmPerSecond { get; init; }

    /// <summary>Least deformation rate, mm/day; null: not measured.</summary>
    public double? LeastDeformationMmPerDay { get; init; }

    /// <summary>Greatest deformation rate, mm/day; null: not measured.</summary>
    public double? GreatestDeformationMmPerDay { get; init; }

    /// <summary>Least stress, MPa; null: not measured.</summary>
    public double? LeastStressMegapascals { get; init; }

    /// <summary>Greatest stress, MPa; null: not measured.</summary>
    public double? GreatestStressMegapascals { get; init; }

    /// <summary>Least temperature, degrees Celsius; null: not measured.</summary>
    public double? LeastTemperatureCelsius { get; init; }

    /// <summary>Greatest temperature, degrees Celsius; null: not measured.</summary>
    public double? GreatestTemperatureCelsius { get; init; }

    /// <summary>Least relative humidity, %; null: not measured.</summary>
    public double? LeastHumidityPercent { get; init; }

    /// <summary>Greatest relative humidity, %; null: not measured.</summary>
    public double? GreatestHumidityPercent { get; init; }

    /// <summary>The least value of a channel; null: not measured.</summary>
    /// <param name="channel">Index into <see cref="ReadingQuantities.All"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">No such channel.</exception>
    public double? Least(int channel) =>
        channel switch
        {
            0 => LeastVibrationMmPerSecond,
            1 => LeastDeformationMmPerDay,
            2 => LeastStressMegapascals,
            3 => LeastTemperatureCelsius,
            4 => LeastHumidityPercent,
            _ => throw new ArgumentOutOfRangeException(nameof(channel)),
        };

    /// <summary>The greatest value of a channel; null: not measured.</summary>
    /// <param name="channel">Index into <see cref="ReadingQuantities.All"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">No such channel.</exception>
    public double? Greatest(int channel) =>
        channel switch
        {
            0 => GreatestVibrationMmPerSecond,
            1 => GreatestDeformationMmPerDay,
            2 => GreatestStressMegapascals,
            3 => GreatestTemperatureCelsius,
            4 => GreatestHumidityPercent,
            _ => throw new ArgumentOutOfRangeException(nameof(channel)),
        };
}
