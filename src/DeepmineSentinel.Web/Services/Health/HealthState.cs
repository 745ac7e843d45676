namespace DeepmineSentinel.Web.Services.Health;

/// <summary>State of a part or of the whole, from best to worst.</summary>
public enum HealthState
{
    Healthy,
    Degraded,
    Unhealthy,
}
