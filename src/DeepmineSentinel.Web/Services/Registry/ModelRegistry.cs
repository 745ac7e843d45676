using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Data.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace DeepmineSentinel.Web.Services.Registry;

/// <summary>The registry's rows: versions only grow, production is a pointer moved in one transaction.</summary>
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
        if (!await context.ModelVersions.AnyAsync(known => known.RunId == version.RunId, cancellationToken))
        {
            context.ModelVersions.Add(version);
            await context.SaveChangesAsync(cancellationToken);
        }
    }

    /// <exception cref="SentinelException">No such version, or it is archived.</exception>
    public Task PromoteAsync(string runId, CancellationToken cancellationToken) =>
        contexts.RunAsync(
            async (context, token) =>
            {
                ModelVersion version = await FindAsync(context, RunId.Parse(runId), token);
                if (version.State != ModelVersionState.Production)
                {
                    await MoveProductionAsync(context, version, token);
                }
            },
            cancellationToken
        );

    /// <summary>Swaps production and previous; the version that answers now is returned.</summary>
    /// <exception cref="SentinelException">There is no previous version.</exception>
    public async Task<ModelVersion> RollbackAsync(CancellationToken cancellationToken)
    {
        ModelVersion? back = null;
        await contexts.RunAsync(
            async (context, token) =>
            {
                back =
                    await InStateAsync(context, ModelVersionState.Previous, token)
                    ?? throw new SentinelException(
                        FailureKind.Conflict,
                        "no_previous_model",
                        "There is no previous version to go back to."
                    );
                await MoveProductionAsync(context, back, token);
            },
            cancellationToken
        );
        return back!;
    }

    // One save a step: at every moment at most one row a purpose is in production, and the database checks it.
    private async Task MoveProductionAsync(
        SentinelDbContext context,
        ModelVersion next,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await using IDbContextTransaction transaction = await context.Database.BeginTransactionAsync(
                cancellationToken
            );
            if (await InStateAsync(context, ModelVersionState.Previous, cancellationToken) is { } previous)
            {
                previous.Retire();
                await context.SaveChangesAsync(cancellationToken);
            }

            if (await InStateAsync(context, ModelVersionState.Production, cancellationToken) is { } production)
            {
                production.StepDown();
                await context.SaveChangesAsync(cancellationToken);
            }

            next.Promote(clock.GetUtcNow().UtcDateTime);
            await context.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
        catch (DbUpdateException exception)
        {
            throw new SentinelException(
                FailureKind.Conflict,
                "promotion_conflict",
                "Another version was promoted at the same moment; look at the list and decide again.",
                exception
            );
        }
    }

    private static async Task<ModelVersion> FindAsync(SentinelDbContext context, RunId id, CancellationToken token)
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
