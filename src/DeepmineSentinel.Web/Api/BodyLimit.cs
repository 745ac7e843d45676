namespace DeepmineSentinel.Web.Api;

/// <summary>The longest body that an endpoint takes.</summary>
/// <param name="Bytes">Bytes.</param>
internal sealed record BodyLimit(int Bytes);
