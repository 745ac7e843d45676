namespace DeepmineSentinel.Core.Monitoring;

/// <summary>One row of sensor values of a stope. Any value may be missing. Ranges: <see cref="ReadingQuantities"/>.</summary>
public sealed record Reading
{
    /// <summary>Stope it belongs to; 0 where it was read from a file.</summary>
    public int StopeId { get; init; }

    /// <summary>Moment of measurement, UTC; unique within the stope.</summary>
    public required DateTime Timestamp { get; init; }

    /// <summary>Peak particle velocity, mm/s; null: not measured.</summary>
    public double? VibrationVelocityMmPerSecond { get; init; }

    /// <summary>Deformation rate, mm/day; null: not measured.</summary>
    public double? DeformationRateMmPerDay { get; init; }

    /// <summary>Stress, MPa; null: not measured.</summary>
    public double? StressMegapascals { get; init; }

    /// <summary>Temperature, degrees Celsius; null: not measured.</summary>
    public double? TemperatureCelsius { get; init; }

    /// <summary>Relative humidity, %; null: not measured.</summary>
    public double? HumidityPercent { get; init; }

    /// <summary>The file import that brought it; null: entered by hand or by the API.</summary>
    public int? ImportBatchId { get; init; }
}
