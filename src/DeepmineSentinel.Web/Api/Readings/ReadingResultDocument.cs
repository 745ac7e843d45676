using System.Text.Json.Serialization;

namespace DeepmineSentinel.Web.Api.Readings;

/// <summary>What became of one reading.</summary>
/// <param name="Index">Its place in the request, from 0.</param>
/// <param name="Result">What became of it.</param>
internal sealed record ReadingResultDocument(int Index, ReadingResult Result)
{
    /// <summary>Everything that is wrong with it; left out where it was not refused.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ReadingProblem>? Problems { get; init; }
}
