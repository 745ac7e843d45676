namespace DeepmineSentinel.Web.Api.Idempotency;

/// <summary>Stands at an endpoint that takes a key.</summary>
internal sealed record IdempotentMark;
