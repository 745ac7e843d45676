namespace DeepmineSentinel.Web.Api.Idempotency;

internal static class IdempotentRoutes
{
    /// <summary>Lets callers send a request twice without its being carried out twice.</summary>
    public static RouteHandlerBuilder Idempotent(this RouteHandlerBuilder route) =>
        route.AddEndpointFilter<IdempotencyFilter>().WithMetadata(new IdempotentMark());
}
