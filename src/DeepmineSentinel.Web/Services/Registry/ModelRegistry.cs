using DeepmineSentinel.Core.Registry;

namespace DeepmineSentinel.Web.Services.Registry;

/// <summary>The registry's rows: versions only grow, production is a pointer moved in one transaction.</summary>
public sealed class ModelRegistry
{
    public Task<IReadOnlyList<ModelVersion>> ListAsync(CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<ModelVersion> GetAsync(string runId, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<ModelVersion?> ProductionAsync(CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task PromoteAsync(string runId, CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>Swaps production and previous; the version that answers now is returned.</summary>
    public Task<ModelVersion> RollbackAsync(CancellationToken cancellationToken) => throw new NotSupportedException();
}
