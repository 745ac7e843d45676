using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Data.Database;
using Microsoft.EntityFrameworkCore;

namespace DeepmineSentinel.Web.Services.Registry;

/// <summary>The registry's rows: versions only grow. Which of them answers is told by <see cref="ModelPointers"/>.</summary>
public sealed class ModelRegistry(IDbContextFactory<SentinelDbContext> contexts, TimeProvider clock)
{
    public async Task<IReadOnlyList<ModelVersion>> ListAsync(CancellationToken cancellationToken)
    {
        await using SentinelDbContext context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context
            .ModelVersions.AsNoTracking()
            .OrderByDescending(version => version.TrainedAt)
            .ThenByDescending(version => version.Id)
            .ToListAsync(cancellationToken);
    }

    /// <summary>Where the versions of a purpose stand, newest first, the archived ones left out: what is asked at every answer.</summary>
    public async Task<IReadOnlyList<VersionPlace>> PlacesAsync(
        ModelPurpose purpose,
        CancellationToken cancellationToken
    )
    {
        await using SentinelDbContext context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context
            .ModelVersions.Where(version => version.Purpose == purpose && version.State != ModelVersionState.Archived)
            .OrderByDescending(version => version.TrainedAt)
            .ThenByDescending(version => version.Id)
            .Select(version => new VersionPlace(version.RunId, version.State, version.GatePassed, version.GateReasons))
            .ToListAsync(cancellationToken);
    }

    /// <exception cref="SentinelException">No such version.</exception>
    public async Task<ModelVersion> GetAsync(string runId, CancellationToken cancellationToken)
    {
        await using SentinelDbContext context = await contexts.CreateDbContextAsync(cancellationToken);
        return await FindAsync(context, RunId.Parse(runId), cancellationToken);
    }

    public async Task<ModelVersion?> ProductionAsync(CancellationToken cancellationToken)
    {
        await using SentinelDbContext context = await contexts.CreateDbContextAsync(cancellationToken);
        return await InStateAsync(context, ModelVersionState.Production, cancellationToken);
    }

    /// <summary>Adds a version; a run that is registered already is left as it is.</summary>
    public async Task RegisterAsync(ModelVersion version, CancellationToken cancellationToken)
    {
        await using SentinelDbContext context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await IsKnownAsync(context, version.RunId, cancellationToken))
        {
            return;
        }

        try
        {
            context.ModelVersions.Add(version);
            await context.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Somebody else registered it in between: the run id is unique. Everything else is a failure.
            if (!await IsKnownAsync(context, version.RunId, cancellationToken))
            {
                throw;
            }
        }
    }

    /// <summary>Keeps a version for the record only; its row stays whatever becomes of its folder.</summary>
    /// <exception cref="SentinelException">No such version, it is no candidate, or it is pinned.</exception>
    public Task<ModelVersion> ArchiveAsync(
        string runId,
        string reason,
        string who,
        CancellationToken cancellationToken
    ) => ChangeAsync(runId, version => version.Archive(reason, who, clock.GetUtcNow().UtcDateTime), cancellationToken);

    /// <summary>Makes an archived version a candidate again; its files must be there.</summary>
    /// <exception cref="SentinelException">No such version, or it is not archived.</exception>
    public Task<ModelVersion> RestoreAsync(string runId, CancellationToken cancellationToken) =>
        ChangeAsync(runId, version => version.Restore(), cancellationToken);

    /// <summary>Keeps a version's files from every clearing.</summary>
    /// <exception cref="SentinelException">No such version, or it is archived.</exception>
    public Task<ModelVersion> PinAsync(string runId, CancellationToken cancellationToken) =>
        ChangeAsync(runId, version => version.Pin(), cancellationToken);

    /// <summary>Leaves a version's files to the policy again.</summary>
    /// <exception cref="SentinelException">No such version.</exception>
    public Task<ModelVersion> UnpinAsync(string runId, CancellationToken cancellationToken) =>
        ChangeAsync(runId, version => version.Unpin(), cancellationToken);

    /// <summary>Replaces a version's note.</summary>
    /// <exception cref="SentinelException">No such version, or the note is too long.</exception>
    public Task<ModelVersion> AnnotateAsync(string runId, string? notes, CancellationToken cancellationToken) =>
        ChangeAsync(runId, version => version.Annotate(notes), cancellationToken);

    private static Task<bool> IsKnownAsync(SentinelDbContext context, string runId, CancellationToken token) =>
        context.ModelVersions.AnyAsync(known => known.RunId == runId, token);

    private async Task<ModelVersion> ChangeAsync(
        string runId,
        Action<ModelVersion> change,
        CancellationToken cancellationToken
    )
    {
        await using SentinelDbContext context = await contexts.CreateDbContextAsync(cancellationToken);
        ModelVersion version = await FindAsync(context, RunId.Parse(runId), cancellationToken);
        change(version);
        try
        {
            await context.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException exception)
        {
            throw new SentinelException(
                FailureKind.Conflict,
                "model_changed",
                $"Run {runId} was changed at the same moment; look at it and decide again.",
                exception
            );
        }

        return version;
    }

    internal static async Task<ModelVersion> FindAsync(SentinelDbContext context, RunId id, CancellationToken token)
    {
        string runId = id.Value;
        return await context.ModelVersions.FirstOrDefaultAsync(version => version.RunId == runId, token)
            ?? throw new SentinelException(FailureKind.NotFound, "model_not_found", $"There is no model {runId}.");
    }

    private static Task<ModelVersion?> InStateAsync(
        SentinelDbContext context,
        ModelVersionState state,
        CancellationToken token
    ) =>
        context.ModelVersions.FirstOrDefaultAsync(
            version => version.State == state && version.Purpose == ModelPurpose.Stope,
            token
        );
}
