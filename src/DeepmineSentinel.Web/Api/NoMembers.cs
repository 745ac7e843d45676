namespace DeepmineSentinel.Web.Api;

/// <summary>The body of a request that has nothing to say: empty, or an empty object.</summary>
internal sealed record NoMembers
{
    public static FieldReader<NoMembers> Fields { get; } = new(new Dictionary<string, JsonField<NoMembers>>());

    /// <exception cref="Core.Errors.FieldsRejectedException">There is any member.</exception>
    public static Task RequireAsync(HttpRequest request, CancellationToken cancellationToken) =>
        Fields.ReadAsync(request, new NoMembers(), "invalid_body", cancellationToken);
}
