using System.Globalization;
using System.Text;
using DeepmineSentinel.Data.Csv;

namespace DeepmineSentinel.Web.ViewModels;

/// <summary>A moment that a person typed by the clocks of a zone.</summary>
/// <param name="Text">As typed; null: nothing was.</param>
/// <param name="Offset">Offset from UTC that was chosen for an hour that came twice, such as -03:00; null: none.</param>
/// <param name="Zone">IANA zone.</param>
public sealed record TypedMoment(string? Text, string? Offset, string Zone)
{
    private const string AmbiguousReason =
        "happened twice there, as clocks went back: choose which of the two is meant";

    private static readonly string[] Forms = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm"];

    public bool IsEmpty => string.IsNullOrWhiteSpace(Text);

    /// <summary>Offsets to choose from, the earlier moment first; empty where the clocks showed it once.</summary>
    public IReadOnlyList<string> Offsets =>
        Local is { } local && Clock.Zone(Zone).IsAmbiguousTime(local)
            ? [.. Clock.Zone(Zone).GetAmbiguousTimeOffsets(local).OrderDescending().Select(Written)]
            : [];

    private DateTime? Local =>
        DateTime.TryParseExact(
            Text?.Trim(),
            Forms,
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out DateTime local
        )
            ? local
            : null;

    /// <summary>Reads it by the rules that files go by.</summary>
    /// <param name="now">The present, UTC.</param>
    /// <param name="utc">The moment, UTC, where nothing is wrong with it.</param>
    /// <returns>What is wrong, as the end of a sentence; null: nothing.</returns>
    public string? Read(DateTime now, out DateTime utc)
    {
        IReadOnlyList<string> offsets = Offsets;
        string text = Text?.Trim() ?? "";
        if (offsets.Count > 0)
        {
            if (Offset is null || !offsets.Contains(Offset))
            {
                utc = default;
                return AmbiguousReason;
            }

            text += Offset;
        }

        return WrittenMoment.Read(Encoding.UTF8.GetBytes(text), Clock.Zone(Zone), now, out utc);
    }

    private static string Written(TimeSpan offset) =>
        (offset < TimeSpan.Zero ? "-" : "+") + offset.ToString("hh\\:mm", CultureInfo.InvariantCulture);
}
