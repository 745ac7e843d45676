using System.Security.Cryptography;
using System.Text.Json;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Data.Database;
using Microsoft.EntityFrameworkCore;

namespace DeepmineSentinel.Web.Services.Training;

/// <summary>The rows of training runs: makes, takes and ends them.</summary>
public sealed class TrainingRunRows(IDbContextFactory<SentinelDbContext> contexts, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Makes the row of a run that waits.</summary>
    internal Task<TrainingRun> AddQueuedAsync(
        TrainModelOptions options,
        TrainingOrigin origin,
        string requestedBy,
        CancellationToken cancellationToken
    ) => AddAsync(NewRun(options, origin, requestedBy), cancellationToken);

    /// <summary>Makes the row of a run that a command of this process trains at once.</summary>
    internal Task<TrainingRun> AddStartedAsync(
        TrainModelOptions options,
        string requestedBy,
        CancellationToken cancellationToken
    )
    {
        TrainingRun run = NewRun(options, TrainingOrigin.Command, requestedBy);
        StartHere(run);
        return AddAsync(run, cancellationToken);
    }

    /// <summary>Queued to running in this process; not saved.</summary>
    internal void StartHere(TrainingRun run) => run.Start(Now, Environment.ProcessId);

    /// <summary>Takes the oldest queued run for this process; null: there is none, or another process was quicker.</summary>
    internal async Task<TrainingRun?> TakeAsync(CancellationToken cancellationToken)
    {
        await using SentinelDbContext context = await contexts.CreateDbContextAsync(cancellationToken);
        TrainingRun? run = await context
            .TrainingRuns.Where(queued => queued.State == TrainingRunState.Queued)
            .OrderBy(queued => queued.RequestedAt)
            .FirstOrDefaultAsync(cancellationToken);
        if (run is null)
        {
            return null;
        }

        try
        {
            StartHere(run);
            await context.SaveChangesAsync(cancellationToken);
            return run;
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another process took or cancelled it: the state is a concurrency token.
            return null;
        }
    }

    /// <summary>Writes the last state of a run, even when everything else is being cancelled.</summary>
    internal async Task EndAsync(string runId, Action<TrainingRun, DateTime> move)
    {
        await using SentinelDbContext context = await contexts.CreateDbContextAsync(CancellationToken.None);
        TrainingRun run = await context.TrainingRuns.FirstAsync(known => known.RunId == runId, CancellationToken.None);
        move(run, Now);
        await context.SaveChangesAsync(CancellationToken.None);
    }

    /// <summary>Runs left running by a process that is gone become interrupted.</summary>
    /// <param name="isHere">Whether a run is being trained by this process.</param>
    /// <param name="cancellationToken">Stops it.</param>
    internal async Task InterruptLostAsync(Predicate<string> isHere, CancellationToken cancellationToken)
    {
        await using SentinelDbContext context = await contexts.CreateDbContextAsync(cancellationToken);
        List<TrainingRun> running = await context
            .TrainingRuns.Where(run => run.State == TrainingRunState.Running)
            .ToListAsync(cancellationToken);
        foreach (TrainingRun run in running.Where(run => !isHere(run.RunId) && RunProcess.IsGone(run)))
        {
            run.Interrupt(Now);
        }

        await context.SaveChangesAsync(cancellationToken);
    }

    private async Task<TrainingRun> AddAsync(TrainingRun run, CancellationToken cancellationToken)
    {
        await using SentinelDbContext context = await contexts.CreateDbContextAsync(cancellationToken);
        context.TrainingRuns.Add(run);
        await context.SaveChangesAsync(cancellationToken);
        return run;
    }

    private TrainingRun NewRun(TrainModelOptions options, TrainingOrigin origin, string requestedBy) =>
        new()
        {
            RunId = RunId.Create(Now, BitConverter.ToUInt32(RandomNumberGenerator.GetBytes(4))).Value,
            Origin = origin,
            RequestedBy = requestedBy,
            RequestedAt = Now,
            Options = JsonSerializer.Serialize(options, WebJson.Options),
            Network = options.NetworkName,
            Epochs = options.MostEpochs,
        };
}
