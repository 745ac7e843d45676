using System.Text.Json;
using System.Text.Json.Serialization;

namespace DeepmineSentinel.Data.Importing;

/// <summary>How rows that an import replaced are kept as JSON: every number comes back to the bit.</summary>
internal static class RowJson
{
    public static JsonSerializerOptions Options { get; } =
        new(JsonSerializerDefaults.Web)
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            IgnoreReadOnlyProperties = true,
            Converters = { new JsonStringEnumConverter() },
        };
}
