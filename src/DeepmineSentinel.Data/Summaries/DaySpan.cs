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
);
