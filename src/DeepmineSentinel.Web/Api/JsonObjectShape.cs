namespace DeepmineSentinel.Web.Api;

/// <summary>The members of an object in a request.</summary>
/// <param name="Members">All that are known, by name.</param>
/// <param name="Required">Those that must be there.</param>
internal sealed record JsonObjectShape(
    IReadOnlyDictionary<string, JsonShape> Members,
    IReadOnlyCollection<string> Required
);
