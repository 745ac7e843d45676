using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Data.ArtifactFiles;
using DeepmineSentinel.Data.ArtifactFiles.Archives;
using DeepmineSentinel.Data.ArtifactFiles.Inventory;
using DeepmineSentinel.Data.Database;
using DeepmineSentinel.Web.Services.Registry;
using Microsoft.EntityFrameworkCore;

namespace DeepmineSentinel.Web.Services.Artifacts;

/// <summary>Clears <c>models/</c> by a policy. A run's row is archived first, so that nobody promotes what is going.</summary>
public sealed class PruneService(
    InventoryReader inventory,
    ArtifactStore store,
    CompressedRuns compressed,
    ModelRegistry registry,
    IDbContextFactory<SentinelDbContext> contexts,
    TimeProvider clock
)
{
    private const string Who = "retention";

    /// <summary>What would go and what would stay, and why; nothing is touched.</summary>
    /// <exception cref="SentinelException">The policy has a negative number.</exception>
    public async Task<IReadOnlyList<PruneItem>> PlanAsync(PrunePolicy policy, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(policy);
        policy.ThrowIfInvalid();
        // Rows before folders: a run that begins in between is missing among the folders, not among the rows.
        IReadOnlyList<ModelVersion> versions = await registry.ListAsync(cancellationToken);
        await using SentinelDbContext context = await contexts.CreateDbContextAsync(cancellationToken);
        List<TrainingRun> runs = await context.TrainingRuns.AsNoTracking().ToListAsync(cancellationToken);
        return PrunePlanner.Plan(
            new PruneFacts
            {
                Disk = inventory.Read(),
                Versions = versions,
                Runs = runs,
                Now = Now,
            },
            policy
        );
    }

    /// <summary>Does what the policy says. What cannot be removed is told and left; the rest goes on.</summary>
    /// <exception cref="SentinelException">The policy has a negative number.</exception>
    public async Task<IReadOnlyList<PruneItem>> RunAsync(PrunePolicy policy, CancellationToken cancellationToken)
    {
        List<PruneItem> done = [];
        foreach (PruneItem item in await PlanAsync(policy, cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
            done.Add(
                item.Action == PruneAction.Keep
                    ? item
                    : item with
                    {
                        Problem = await TryAsync(item, policy, cancellationToken),
                    }
            );
        }

        return done;
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private async Task<string?> TryAsync(PruneItem item, PrunePolicy policy, CancellationToken cancellationToken)
    {
        try
        {
            return item.Kind switch
            {
                "snapshot" => store.DeleteSnapshot(item.Name, Now - PrunePlanner.SnapshotRest)
                    ? null
                    : "A run has taken it meanwhile.",
                "evaluation" => store.DeleteEvaluation(item.Name, Now - policy.OlderThan)
                    ? null
                    : "It was changed or removed meanwhile.",
                _ => await DoAsync(item, cancellationToken),
            };
        }
        catch (Exception exception) when (exception is SentinelException or IOException or UnauthorizedAccessException)
        {
            return exception.Message;
        }
    }

    private async Task<string?> DoAsync(PruneItem item, CancellationToken cancellationToken)
    {
        RunId id = RunId.Parse(item.Name);
        if (item.Kind == "checkpoints")
        {
            if (await IsOpenAsync(item.Name, cancellationToken))
            {
                return "It is being registered.";
            }

            store.DeleteCheckpoints(id);
            return null;
        }

        if (item.Action == PruneAction.Compress)
        {
            compressed.Pack(id, cancellationToken);
        }

        if (item.Kind == "run")
        {
            await ArchiveAsync(item, cancellationToken);
        }
        else if (await IsOpenAsync(item.Name, cancellationToken))
        {
            return "It was resumed meanwhile.";
        }

        store.Delete(id);
        return null;
    }

    private async Task ArchiveAsync(PruneItem item, CancellationToken cancellationToken)
    {
        try
        {
            if ((await registry.GetAsync(item.Name, cancellationToken)).State != ModelVersionState.Archived)
            {
                await registry.ArchiveAsync(item.Name, $"Cleared: it {item.Reason}.", Who, cancellationToken);
            }
        }
        catch (SentinelException) when (item.Action == PruneAction.Compress)
        {
            // It was promoted or pinned meanwhile: its folder stays, so the zip goes.
            compressed.Discard(RunId.Parse(item.Name));
            throw;
        }
    }

    private async Task<bool> IsOpenAsync(string runId, CancellationToken cancellationToken)
    {
        await using SentinelDbContext context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.TrainingRuns.AnyAsync(
            run =>
                run.RunId == runId && (run.State == TrainingRunState.Queued || run.State == TrainingRunState.Running),
            cancellationToken
        );
    }
}
