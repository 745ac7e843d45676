namespace DeepmineSentinel.Web.Zones;

/// <summary>The zone that a request's moments are shown in. Only what is shown follows it: forms, files and the API do not.</summary>
public static class ShownZone
{
    private static readonly AsyncLocal<string?> Chosen = new();

    /// <summary>The reader's choice, an IANA name; null: each mine's own zone, and UTC where there is no mine.</summary>
    public static string? Named => Chosen.Value;

    /// <summary>The zone for moments of a mine, to be shown by and to be named beside them.</summary>
    /// <param name="own">Zone of the mine; UTC where there is none.</param>
    public static string Of(string own) => Chosen.Value ?? own;

    /// <summary>Sets it for the rest of the present request.</summary>
    internal static void Choose(string? zone) => Chosen.Value = zone;
}
