namespace DeepmineSentinel.Web.Services.Health;

/// <summary>Looks at every part and says how it is.</summary>
public sealed class HealthService
{
    public Task<HealthReport> CheckAsync(CancellationToken cancellationToken) => throw new NotSupportedException();
}
