using System.Text.Json;
using DeepmineSentinel.Core.Stopes;

namespace DeepmineSentinel.Data.Importing;

/// <summary>What an import changes of a stope, as it was before.</summary>
internal sealed record StopeBefore(StopeProperties Properties, bool? UndatedStability, DateTime UpdatedAt)
{
    public static StopeBefore Of(Stope stope) => new(stope.Properties, stope.UndatedStability, stope.UpdatedAt);

    public static StopeBefore Parse(string json) => JsonSerializer.Deserialize<StopeBefore>(json, RowJson.Options)!;

    public string ToJson() => JsonSerializer.Serialize(this, RowJson.Options);
}
