using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Data.Database;
using Microsoft.EntityFrameworkCore;

namespace DeepmineSentinel.Web.Services.Registry;

/// <summary>Reads the marks of the registry, cheaply.</summary>
internal sealed class RegistryPulse(IDbContextFactory<SentinelDbContext> contexts)
{
    public async Task<RegistryState> ReadAsync(CancellationToken cancellationToken)
    {
        await using SentinelDbContext context = await contexts.CreateDbContextAsync(cancellationToken);
        string? production = await context
            .ModelVersions.Where(version =>
                version.State == ModelVersionState.Production && version.Purpose == ModelPurpose.Stope
            )
            .Select(version => version.RunId)
            .FirstOrDefaultAsync(cancellationToken);
        // As predictions choose it: production, else the newest candidate.
        string? cases = await context
            .ModelVersions.Where(version =>
                version.Purpose == ModelPurpose.CaseHistory && version.State != ModelVersionState.Archived
            )
            .OrderByDescending(version => version.State == ModelVersionState.Production)
            .ThenByDescending(version => version.TrainedAt)
            .Select(version => version.RunId)
            .FirstOrDefaultAsync(cancellationToken);
        int version = await context.ModelVersions.MaxAsync(known => (int?)known.Id, cancellationToken) ?? 0;
        int import = await context.ImportBatches.MaxAsync(batch => (int?)batch.Id, cancellationToken) ?? 0;
        int undone = await context.ImportBatches.CountAsync(batch => batch.UndoneAt != null, cancellationToken);
        return new RegistryState(production, cases, version, import, undone);
    }
}
