namespace DeepmineSentinel.Web.Api.Description;

/// <summary>Says of a route what it answers and takes; all of it ends up in <c>/openapi/v1.json</c>.</summary>
internal static class DescribedRoutes
{
    /// <param name="route">The route.</param>
    /// <param name="name">Its name, unique in the API.</param>
    /// <param name="summary">What it does, in a sentence.</param>
    /// <param name="status">Status where all went well.</param>
    public static RouteHandlerBuilder Answers<TDocument>(
        this RouteHandlerBuilder route,
        string name,
        string summary,
        int status = StatusCodes.Status200OK
    ) => route.WithName(name).WithSummary(summary).Produces<TDocument>(status, "application/json");

    /// <summary>As above, for what is not JSON.</summary>
    public static RouteHandlerBuilder AnswersFile(
        this RouteHandlerBuilder route,
        string name,
        string summary,
        string contentType
    ) => route.WithName(name).WithSummary(summary).Produces<Stream>(StatusCodes.Status200OK, contentType);

    /// <summary>What the body must be.</summary>
    public static RouteHandlerBuilder Takes<TRecord>(this RouteHandlerBuilder route, FieldReader<TRecord> fields)
        where TRecord : class => route.Takes(fields.Shape);

    /// <inheritdoc cref="Takes{TRecord}"/>
    public static RouteHandlerBuilder Takes(this RouteHandlerBuilder route, JsonObjectShape body) =>
        route.WithMetadata(new EndpointShape { Body = body });

    /// <summary>What the address may say.</summary>
    public static RouteHandlerBuilder Asks(this RouteHandlerBuilder route, IReadOnlyList<QueryParameter> query) =>
        route.WithMetadata(new EndpointShape { Query = query });

    /// <summary>Problems beside those that every endpoint of its kind has.</summary>
    public static RouteHandlerBuilder Refuses(this RouteHandlerBuilder route, params int[] problems) =>
        route.WithMetadata(new EndpointShape { Problems = problems });

    /// <summary>That the header <c>If-Match</c> is heeded.</summary>
    /// <param name="route">The route.</param>
    /// <param name="must">Whether it must be there.</param>
    public static RouteHandlerBuilder Matches(this RouteHandlerBuilder route, bool must) =>
        route.WithMetadata(new EndpointShape { MustMatch = must });
}
