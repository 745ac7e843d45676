namespace DeepmineSentinel.Web.Services.Alerts;

/// <summary>Where an alert is, for people.</summary>
/// <param name="Stope">Name of the stope.</param>
/// <param name="Mine">Name of its mine.</param>
/// <param name="IsSynthetic">Whether the data are generated: said in every message.</param>
public sealed record AlertPlace(string Stope, string Mine, bool IsSynthetic);
