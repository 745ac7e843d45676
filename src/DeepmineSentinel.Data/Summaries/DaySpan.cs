using System.Globalization;
using System.Text.Json.Serialization;

namespace DeepmineSentinel.Data.Summaries;

/// <summary>Whole days of a stope, half-open; the names are those that the statements read from JSON.</summary>
/// <param name="StopeId">Key of the stope.</param>
/// <param name="From">First day, in the text of the database.</param>
/// <param name="To">The day after the last.</param>
internal sealed record DaySpan(
    [property: JsonPropertyName("s")] int StopeId,
    [property: JsonPropertyName("f")] string From,
    [property: JsonPropertyName("t")] string To
)
{
    private const string TextOfDay = "yyyy-MM-dd HH:mm:ss";

    /// <summary>The days of two moments and all between them.</summary>
    public static DaySpan Between(int stopeId, DateTime first, DateTime last) =>
        new(stopeId, Text(first.Date), Text(last.Date.AddDays(1)));

    /// <summary>A day as the database writes it.</summary>
    public static string Text(DateTime day) => day.ToString(TextOfDay, CultureInfo.InvariantCulture);
}
