using DeepmineSentinel.Core.Stopes;

namespace DeepmineSentinel.Data.Csv;

/// <summary>How files are read that say less than they could.</summary>
public sealed record MineReadOptions
{
    /// <summary>Mine of rows that name none.</summary>
    public string DefaultMine { get; init; } = Mine.DefaultName;

    /// <summary>Zone of timestamps that carry none; UTC unless set.</summary>
    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.Utc;
}
