using DeepmineSentinel.Core.Stopes;

namespace DeepmineSentinel.Web.ViewModels.Stopes;

/// <summary>A mine as a person types it.</summary>
public sealed record MineForm
{
    public string? Name { get; init; }

    /// <summary>IANA zone.</summary>
    public string? TimeZone { get; init; }

    /// <summary>The name that stood in the form when it was opened.</summary>
    public string? SeenName { get; init; }

    /// <summary>The zone that stood in the form when it was opened.</summary>
    public string? SeenZone { get; init; }

    public static MineForm Of(Mine mine) =>
        new()
        {
            Name = mine.Name,
            TimeZone = mine.TimeZoneId,
            SeenName = mine.Name,
            SeenZone = mine.TimeZoneId,
        };
}
