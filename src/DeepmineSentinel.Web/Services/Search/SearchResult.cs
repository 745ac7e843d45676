using System.Text.Json;

namespace DeepmineSentinel.Web.Services.Search;

/// <summary>What a search ended with, as its folder keeps it.</summary>
/// <param name="BestTrial">Key of the best trial.</param>
/// <param name="RunId">The run that it became.</param>
internal sealed record SearchResult(string BestTrial, string RunId)
{
    public string ToLine() => JsonSerializer.Serialize(this, WebJson.Options);

    /// <summary>Reads what was kept; null: it is not a result.</summary>
    public static SearchResult? Read(string? line)
    {
        try
        {
            return line is null ? null : JsonSerializer.Deserialize<SearchResult>(line, WebJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
