using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Data.Database;
using DeepmineSentinel.Web.Services.Search;
using Microsoft.EntityFrameworkCore;

namespace DeepmineSentinel.Web.Services.Training;

/// <summary>Queues, runs and stops training runs; the only place that moves their states.</summary>
public sealed class TrainingService(
    IDbContextFactory<SentinelDbContext> contexts,
    TrainingExecutor executor,
    RunRevival revival,
    TrainingFeed feed,
    TimeProvider clock
) : IDisposable
{
    private const int CancelAttempts = 20;
    private static readonly TimeSpan CancelPause = TimeSpan.FromMilliseconds(50);

    private readonly ConcurrentDictionary<string, CancellationTokenSource> stops = new();
    private readonly SemaphoreSlim arrivals = new(0);

    /// <summary>Puts a run into the queue of the site.</summary>
    /// <exception cref="SentinelException">An option is out of range.</exception>
    public async Task<TrainingRun> QueueAsync(
        TrainModelOptions options,
        TrainingOrigin origin,
        string requestedBy,
        CancellationToken cancellationToken
    )
    {
        executor.ThrowIfUnusable(options);
        TrainingRun run = NewRun(options, origin, requestedBy);
        await AddAsync(run, cancellationToken);
        arrivals.Release();
        return run;
    }

    /// <summary>Trains now, on a thread of its own; the row follows it to its end.</summary>
    /// <exception cref="SentinelException">Options or data cannot be used.</exception>
    /// <exception cref="OperationCanceledException">It was stopped; the row says so.</exception>
    public Task<TrainingOutcome> RunNowAsync(
        TrainModelOptions options,
        string requestedBy,
        ITrainingWatcher watcher,
        CancellationToken cancellationToken
    ) => RunNowAsync(options, null, requestedBy, watcher, cancellationToken);

    /// <summary>Makes a run of a trial that a search has trained: the rest is done as for any other.</summary>
    internal Task<TrainingOutcome> RunSearchedAsync(
        TrainModelOptions options,
        SearchedTrial searched,
        string requestedBy,
        ITrainingWatcher watcher,
        CancellationToken cancellationToken
    ) => RunNowAsync(options, searched, requestedBy, watcher, cancellationToken);

    private async Task<TrainingOutcome> RunNowAsync(
        TrainModelOptions options,
        SearchedTrial? searched,
        string requestedBy,
        ITrainingWatcher watcher,
        CancellationToken cancellationToken
    )
    {
        executor.ThrowIfUnusable(options);
        TrainingRun run = NewRun(options, TrainingOrigin.Command, requestedBy);
        run.Start(Now, Environment.ProcessId);
        await AddAsync(run, cancellationToken);
        watcher.Started(run.RunId);
        return await ExecuteAsync(run, options, watcher, searched, ended => ended.Cancel(Now), cancellationToken);
    }

    /// <summary>Puts a stopped run back into the queue of the site: it goes on from its last whole checkpoint.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="acceptNumerics">Go on although another engine computed the first part; the last digits will differ.</param>
    /// <param name="requestedBy">Who asks.</param>
    /// <param name="cancellationToken">Stops asking.</param>
    /// <exception cref="SentinelException">No such run, or it cannot go on; the code says why.</exception>
    public async Task<TrainingRun> ResumeAsync(
        string runId,
        bool acceptNumerics,
        string requestedBy,
        CancellationToken cancellationToken
    )
    {
        TrainingRun run = await revival.ReviveAsync(runId, acceptNumerics, requestedBy, _ => { }, cancellationToken);
        arrivals.Release();
        return run;
    }

    /// <summary>Goes on with a stopped run now, on a thread of its own.</summary>
    /// <exception cref="SentinelException">No such run, or it cannot go on; the code says why.</exception>
    /// <exception cref="OperationCanceledException">It was stopped again; the row says so.</exception>
    public async Task<TrainingOutcome> ResumeNowAsync(
        string runId,
        bool acceptNumerics,
        string requestedBy,
        ITrainingWatcher watcher,
        CancellationToken cancellationToken
    )
    {
        void Start(TrainingRun queued) => queued.Start(Now, Environment.ProcessId);
        TrainingRun run = await revival.ReviveAsync(runId, acceptNumerics, requestedBy, Start, cancellationToken);
        watcher.Started(run.RunId);
        return await ExecuteAsync(run, OptionsOf(run), watcher, null, ended => ended.Cancel(Now), cancellationToken);
    }

    /// <summary>Stops a run: a queued one at once, one of this process at its next batch.</summary>
    /// <exception cref="SentinelException">No such run, it is over, or another process runs it.</exception>
    public async Task CancelAsync(string runId, CancellationToken cancellationToken)
    {
        string id = RunId.Parse(runId).Value;
        for (int attempt = 1; !await TryCancelAsync(id, attempt == CancelAttempts, cancellationToken); attempt++)
        {
            // It was taken or ended at this very moment; in a moment it is known where it stands.
            await Task.Delay(CancelPause, cancellationToken);
        }
    }

    /// <summary>Runs left open by a process that is gone become interrupted.</summary>
    public async Task InterruptLostRunsAsync(CancellationToken cancellationToken)
    {
        await using SentinelDbContext context = await contexts.CreateDbContextAsync(cancellationToken);
        List<TrainingRun> running = await context
            .TrainingRuns.Where(run => run.State == TrainingRunState.Running)
            .ToListAsync(cancellationToken);
        foreach (TrainingRun run in running.Where(run => !stops.ContainsKey(run.RunId) && RunProcess.IsGone(run)))
        {
            run.Interrupt(Now);
        }

        await context.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Takes the oldest queued run and sees it through; null: there was none.</summary>
    /// <exception cref="OperationCanceledException">The site shuts down.</exception>
    internal async Task<EndedRun?> RunNextAsync(CancellationToken cancellationToken)
    {
        if (await TakeAsync(cancellationToken) is not { } run)
        {
            return null;
        }

        try
        {
            await ExecuteAsync(
                run,
                OptionsOf(run),
                SilentWatcher.Instance,
                null,
                ended => ended.Interrupt(Now),
                cancellationToken
            );
            return new EndedRun(run.RunId, TrainingRunState.Completed, null);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new EndedRun(run.RunId, TrainingRunState.Cancelled, null);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return new EndedRun(run.RunId, TrainingRunState.Failed, exception);
        }
    }

    /// <summary>Waits until a run is queued, or the time is over.</summary>
    internal Task WaitForArrivalAsync(TimeSpan longest, CancellationToken cancellationToken) =>
        arrivals.WaitAsync(longest, cancellationToken);

    public void Dispose() => arrivals.Dispose();

    private async Task<bool> TryCancelAsync(string id, bool isLast, CancellationToken cancellationToken)
    {
        if (stops.TryGetValue(id, out CancellationTokenSource? stop))
        {
            return await StopAsync(stop);
        }

        await using SentinelDbContext context = await contexts.CreateDbContextAsync(cancellationToken);
        TrainingRun run =
            await context.TrainingRuns.FirstOrDefaultAsync(known => known.RunId == id, cancellationToken)
            ?? throw new SentinelException(FailureKind.NotFound, "run_not_found", $"There is no run {id}.");
        if (run.State == TrainingRunState.Running)
        {
            return run.ProcessId == Environment.ProcessId && !isLast
                ? false
                : throw new SentinelException(
                    FailureKind.Conflict,
                    "run_elsewhere",
                    $"Run {id} belongs to process {run.ProcessId}; stop it there with Ctrl-C."
                );
        }

        run.Cancel(Now);
        try
        {
            await context.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateConcurrencyException) when (!isLast)
        {
            return false;
        }
    }

    private static async Task<bool> StopAsync(CancellationTokenSource stop)
    {
        try
        {
            await stop.CancelAsync();
            return true;
        }
        catch (ObjectDisposedException)
        {
            return false;
        }
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private async Task<TrainingOutcome> ExecuteAsync(
        TrainingRun run,
        TrainModelOptions options,
        ITrainingWatcher watcher,
        SearchedTrial? searched,
        Action<TrainingRun> shutDown,
        CancellationToken cancellationToken
    )
    {
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        stops[run.RunId] = stop;
        try
        {
            TrainingOutcome outcome = await executor.ExecuteAsync(run.RunId, options, watcher, searched, stop.Token);
            await EndAsync(run.RunId, ended => ended.Complete(Now));
            return outcome;
        }
        catch (OperationCanceledException)
        {
            bool byPerson = !cancellationToken.IsCancellationRequested;
            await EndAsync(run.RunId, byPerson ? ended => ended.Cancel(Now) : shutDown);
            throw;
        }
        catch (Exception exception)
        {
            (string code, string message) = exception is SentinelException known
                ? (known.Code, known.Message)
                : ("defect", $"{exception.GetType().Name}: {exception.Message}");
            await EndAsync(run.RunId, ended => ended.Fail(code, message, Now));
            throw;
        }
        finally
        {
            stops.TryRemove(run.RunId, out _);
            feed.Tell(run.RunId);
        }
    }

    // The last state is written even when everything else is being cancelled.
    private async Task EndAsync(string runId, Action<TrainingRun> move)
    {
        await using SentinelDbContext context = await contexts.CreateDbContextAsync(CancellationToken.None);
        TrainingRun run = await context.TrainingRuns.FirstAsync(known => known.RunId == runId, CancellationToken.None);
        move(run);
        await context.SaveChangesAsync(CancellationToken.None);
    }

    private async Task<TrainingRun?> TakeAsync(CancellationToken cancellationToken)
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
            run.Start(Now, Environment.ProcessId);
            await context.SaveChangesAsync(cancellationToken);
            return run;
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another process took or cancelled it: the state is a concurrency token.
            return null;
        }
    }

    private async Task AddAsync(TrainingRun run, CancellationToken cancellationToken)
    {
        await using SentinelDbContext context = await contexts.CreateDbContextAsync(cancellationToken);
        context.TrainingRuns.Add(run);
        await context.SaveChangesAsync(cancellationToken);
    }

    private TrainingRun NewRun(TrainModelOptions options, TrainingOrigin origin, string requestedBy) =>
        new()
        {
            RunId = RunId.Create(Now, BitConverter.ToUInt32(RandomNumberGenerator.GetBytes(4))).Value,
            Origin = origin,
            RequestedBy = requestedBy,
            RequestedAt = Now,
            Options = JsonSerializer.Serialize(options, WebJson.Options),
            Network = options.Network,
            Epochs = options.Epochs,
        };

    private static TrainModelOptions OptionsOf(TrainingRun run) =>
        JsonSerializer.Deserialize<TrainModelOptions>(run.Options, WebJson.Options)!;
}
