namespace DeepmineSentinel.Web.Services.Alerts;

/// <summary>The newest value of each channel of a stope within the days looked back, UTC; null: none there.</summary>
internal sealed record ChannelSpan
{
    public required int StopeId { get; init; }

    public DateTime? Vibration { get; init; }

    public DateTime? Deformation { get; init; }

    public DateTime? Stress { get; init; }

    public DateTime? Temperature { get; init; }

    public DateTime? Humidity { get; init; }

    /// <summary>In the order of <see cref="Core.Monitoring.ReadingQuantities.All"/>.</summary>
    public IReadOnlyList<DateTime?> Newest => [Vibration, Deformation, Stress, Temperature, Humidity];
}
