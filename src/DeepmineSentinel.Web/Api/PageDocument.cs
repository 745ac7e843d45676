using System.Text.Json.Serialization;

namespace DeepmineSentinel.Web.Api;

/// <summary>One page of a list.</summary>
/// <param name="Items">What is on it.</param>
/// <param name="Page">Its number, from 1.</param>
/// <param name="PageSize">Most items on it.</param>
/// <param name="Total">Items on all pages.</param>
internal sealed record PageDocument<TItem>(IReadOnlyList<TItem> Items, int Page, int PageSize, int Total)
{
    /// <summary>Addresses of this and the pages around it; those that do not exist are left out.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, string>? Links { get; init; }
}
