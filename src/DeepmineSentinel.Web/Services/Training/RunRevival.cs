using System.Text.Json;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Data.ArtifactFiles;
using DeepmineSentinel.Data.Database;
using Microsoft.EntityFrameworkCore;

namespace DeepmineSentinel.Web.Services.Training;

/// <summary>Moves the row of a stopped run back into the queue, or straight on to running; makes the row where the database was lost.</summary>
public sealed class RunRevival(
    RunResumption resumption,
    ArtifactStore artifacts,
    IDbContextFactory<SentinelDbContext> contexts
)
{
    /// <param name="runId">The run.</param>
    /// <param name="acceptNumerics">Go on although another engine computed the first part.</param>
    /// <param name="requestedBy">Who asks; makes the row where the database was lost.</param>
    /// <param name="move">A further move of the queued row, in the same save.</param>
    /// <param name="cancellationToken">Stops asking.</param>
    /// <exception cref="SentinelException">No such run, or it cannot go on; the code says why.</exception>
    internal async Task<TrainingRun> ReviveAsync(
        string runId,
        bool acceptNumerics,
        string requestedBy,
        Action<TrainingRun> move,
        CancellationToken cancellationToken
    )
    {
        RunId id = RunId.Parse(runId);
        (await resumption.OfAsync(id.Value, acceptNumerics, cancellationToken)).Require();
        RequireFree(id, acceptNumerics);
        await using SentinelDbContext context = await contexts.CreateDbContextAsync(cancellationToken);
        TrainingRun? run = await context.TrainingRuns.FirstOrDefaultAsync(
            known => known.RunId == id.Value,
            cancellationToken
        );
        if (run is null)
        {
            run = Remade(id, requestedBy);
            context.TrainingRuns.Add(run);
        }
        else
        {
            run.Resume();
        }

        move(run);
        await SaveAsync(context, id, cancellationToken);
        return run;
    }

    // A process with another database may train it; and what was accepted has to be remembered until the queue comes to it.
    private void RequireFree(RunId id, bool acceptNumerics)
    {
        if (!artifacts.IsSealed(id))
        {
            using RunFolderWriter folder = artifacts.ReopenRun(id);
            if (acceptNumerics)
            {
                AcceptedEngine.Remember(folder);
            }
        }
    }

    private TrainingRun Remade(RunId id, string requestedBy)
    {
        StoredRequest stored = StoredRequest.Read(artifacts.FindUnfinished(id)!);
        return new TrainingRun
        {
            RunId = id.Value,
            Origin = TrainingOrigin.Command,
            RequestedBy = requestedBy,
            RequestedAt = stored.StartedAt,
            Options = JsonSerializer.Serialize(stored.Options, WebJson.Options),
            Network = stored.Options.NetworkName,
            Epochs = stored.Options.MostEpochs,
        };
    }

    private static async Task SaveAsync(SentinelDbContext context, RunId id, CancellationToken cancellationToken)
    {
        try
        {
            await context.SaveChangesAsync(cancellationToken);
        }
        // The state is a concurrency token and the run id is unique: of two that resume the same run one gets here.
        catch (DbUpdateException exception)
        {
            throw new SentinelException(
                FailureKind.Conflict,
                "run_running",
                $"Run {id} was resumed by somebody else at the same moment.",
                exception
            );
        }
    }
}
