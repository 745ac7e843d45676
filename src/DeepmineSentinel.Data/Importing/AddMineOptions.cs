namespace DeepmineSentinel.Data.Importing;

/// <summary>How a whole mine is added.</summary>
public sealed record AddMineOptions
{
    /// <summary>Added to every timestamp, so that a generated mine ends when it should.</summary>
    public TimeSpan Shift { get; init; }

    /// <summary>Whether the data were generated; said wherever they are shown.</summary>
    public required bool IsSynthetic { get; init; }

    /// <summary>IANA zone of the mine.</summary>
    public string TimeZoneId { get; init; } = "UTC";
}
