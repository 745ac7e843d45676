using System.Globalization;

namespace DeepmineSentinel.Web.Api;

/// <summary>Moments as the API takes them: ISO 8601 with Z or an offset, never a clock time of an unnamed zone.</summary>
internal static class MomentText
{
    /// <summary>What a moment must be, as the end of a sentence that starts with its name.</summary>
    public const string Expected = "must be a time with Z or an offset, such as 2026-01-31T18:00:00Z";

    private static readonly string[] Forms =
    [
        "yyyy-MM-dd'T'HH:mm:ssK",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
        "yyyy-MM-dd'T'HH:mmK",
    ];

    /// <summary>The moment in UTC.</summary>
    public static bool TryParse(string? text, out DateTime utc) =>
        DateTime.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out utc)
        && utc.Kind == DateTimeKind.Utc;
}
