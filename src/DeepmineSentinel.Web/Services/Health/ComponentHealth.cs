namespace DeepmineSentinel.Web.Services.Health;

/// <summary>State of one part and a sentence about it.</summary>
public sealed record ComponentHealth(HealthState Status, string Detail);
