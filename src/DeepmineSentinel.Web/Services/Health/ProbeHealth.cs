namespace DeepmineSentinel.Web.Services.Health;

/// <summary>Outcome of running the samples stored with the artifact.</summary>
public sealed record ProbeHealth(bool Passed, double MaxDifference, double Milliseconds);
