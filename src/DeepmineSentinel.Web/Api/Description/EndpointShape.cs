namespace DeepmineSentinel.Web.Api.Description;

/// <summary>What is to be said of an endpoint beside what its route says: for the description of the API.</summary>
internal sealed record EndpointShape
{
    /// <summary>Members of the request's body; null: it takes none.</summary>
    public JsonObjectShape? Body { get; init; }

    /// <summary>Fields of the address.</summary>
    public IReadOnlyList<QueryParameter> Query { get; init; } = [];

    /// <summary>Problems that only this endpoint has, by status.</summary>
    public IReadOnlyList<int> Problems { get; init; } = [];

    /// <summary>Whether an edit must say, or may say, what it was made from; null: it cannot.</summary>
    public bool? MustMatch { get; init; }
}
