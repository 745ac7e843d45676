namespace DeepmineSentinel.Web.ViewModels;

/// <summary>Zones that forms propose; any other IANA name may be typed.</summary>
public static class ZoneNames
{
    /// <summary>UTC and zones of mining districts.</summary>
    public static IReadOnlyList<string> Common { get; } =
    [
        "UTC",
        "Africa/Johannesburg",
        "America/Lima",
        "America/Santiago",
        "America/Toronto",
        "America/Vancouver",
        "Australia/Brisbane",
        "Australia/Perth",
        "Europe/Stockholm",
    ];
}
