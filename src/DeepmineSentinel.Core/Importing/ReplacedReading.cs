namespace DeepmineSentinel.Core.Importing;

/// <summary>A reading as it was before an import changed it.</summary>
public sealed record ReplacedReading
{
    /// <summary>The import that changed it.</summary>
    public required int ImportBatchId { get; init; }

    /// <summary>Stope it belongs to.</summary>
    public required int StopeId { get; init; }

    /// <summary>Moment of measurement, UTC.</summary>
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

    /// <summary>The import that had brought it; null: none had.</summary>
    public int? PriorBatchId { get; init; }
}
