using DeepmineSentinel.Core.Stopes;

namespace DeepmineSentinel.Core.Monitoring;

/// <summary>The channels of a reading with unit and range; the ranges only catch wrong units and broken sensors.</summary>
public static class ReadingQuantities
{
    /// <summary>Peak particle velocity.</summary>
    public static readonly QuantityRange Vibration = new(
        "vibration_velocity",
        "Vibration velocity",
        "mm/s",
        0,
        100_000
    );

    /// <summary>Deformation rate; negative is rebound.</summary>
    public static readonly QuantityRange Deformation = new(
        "deformation_rate",
        "Deformation rate",
        "mm/day",
        -100_000,
        100_000
    );

    /// <summary>Stress; negative is tension.</summary>
    public static readonly QuantityRange Stress = new("stress", "Stress", "MPa", -500, 1_000);

    /// <summary>Air or rock temperature.</summary>
    public static readonly QuantityRange Temperature = new("temperature", "Temperature", "deg C", -60, 120);

    /// <summary>Relative humidity.</summary>
    public static readonly QuantityRange Humidity = new("humidity", "Humidity", "%", 0, 100);

    /// <summary>All channels in the order of the file's columns; the index is the channel's number everywhere.</summary>
    public static IReadOnlyList<QuantityRange> All { get; } = [Vibration, Deformation, Stress, Temperature, Humidity];

    /// <summary>The value of a channel.</summary>
    /// <param name="reading">The reading.</param>
    /// <param name="channel">Index into <see cref="All"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">No such channel.</exception>
    public static double? Value(Reading reading, int channel) =>
        channel switch
        {
            0 => reading.VibrationVelocityMmPerSecond,
            1 => reading.DeformationRateMmPerDay,
            2 => reading.StressMegapascals,
            3 => reading.TemperatureCelsius,
            4 => reading.HumidityPercent,
            _ => throw new ArgumentOutOfRangeException(nameof(channel)),
        };
}
