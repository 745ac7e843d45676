using System.Text.Json;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Registry;
using DeepmineSentinel.Web.Services.Search;

namespace DeepmineSentinel.Web.Services.Training;

/// <summary>Queues, runs, resumes and stops training runs, and sees every one through to its last state.</summary>
public sealed class TrainingService(
    TrainingRunRows rows,
    RunStops stops,
    RunExecution executor,
    RunRevival revival,
    TrainingFeed feed
) : IDisposable
{
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
        TrainingRun run = await rows.AddQueuedAsync(options, origin, requestedBy, cancellationToken);
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
        TrainingRun run = await rows.AddStartedAsync(options, requestedBy, cancellationToken);
        watcher.Started(run.RunId);
        return await ExecuteAsync(run, options, watcher, searched, Cancelled, cancellationToken);
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
        TrainingRun run = await revival.ReviveAsync(
            runId,
            acceptNumerics,
            requestedBy,
            rows.StartHere,
            cancellationToken
        );
        watcher.Started(run.RunId);
        return await ExecuteAsync(run, OptionsOf(run), watcher, null, Cancelled, cancellationToken);
    }

    /// <summary>Stops a run: a queued one at once, one of this process at its next batch.</summary>
    /// <exception cref="SentinelException">No such run, it is over, or another process runs it.</exception>
    public Task CancelAsync(string runId, CancellationToken cancellationToken) =>
        stops.CancelAsync(runId, cancellationToken);

    /// <summary>Runs left open by a process that is gone become interrupted.</summary>
    public Task InterruptLostRunsAsync(CancellationToken cancellationToken) =>
        rows.InterruptLostAsync(stops.IsHere, cancellationToken);

    /// <summary>Takes the oldest queued run and sees it through; null: there was none.</summary>
    /// <exception cref="OperationCanceledException">The site shuts down before there is one.</exception>
    internal async Task<EndedRun?> RunNextAsync(CancellationToken cancellationToken)
    {
        if (await rows.TakeAsync(cancellationToken) is not { } run)
        {
            return null;
        }

        try
        {
            await ExecuteAsync(run, OptionsOf(run), SilentWatcher.Instance, null, Interrupted, cancellationToken);
            return new EndedRun(run.RunId, TrainingRunState.Completed, null);
        }
        catch (OperationCanceledException)
        {
            bool shutsDown = cancellationToken.IsCancellationRequested;
            return new EndedRun(run.RunId, shutsDown ? TrainingRunState.Interrupted : TrainingRunState.Cancelled, null);
        }
        catch (Exception exception)
        {
            return new EndedRun(run.RunId, TrainingRunState.Failed, exception);
        }
    }

    /// <summary>Waits until a run is queued, or the time is over.</summary>
    internal Task WaitForArrivalAsync(TimeSpan longest, CancellationToken cancellationToken) =>
        arrivals.WaitAsync(longest, cancellationToken);

    public void Dispose() => arrivals.Dispose();

    private static void Cancelled(TrainingRun run, DateTime at) => run.Cancel(at);

    private static void Interrupted(TrainingRun run, DateTime at) => run.Interrupt(at);

    private async Task<TrainingOutcome> ExecuteAsync(
        TrainingRun run,
        TrainModelOptions options,
        ITrainingWatcher watcher,
        SearchedTrial? searched,
        Action<TrainingRun, DateTime> shutDown,
        CancellationToken cancellationToken
    )
    {
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        stops.Add(run.RunId, stop);
        try
        {
            TrainingOutcome outcome = await executor.ExecuteAsync(run.RunId, options, watcher, searched, stop.Token);
            await rows.EndAsync(run.RunId, (ended, now) => ended.Complete(now));
            return outcome;
        }
        catch (OperationCanceledException)
        {
            bool byPerson = !cancellationToken.IsCancellationRequested;
            await rows.EndAsync(run.RunId, byPerson ? Cancelled : shutDown);
            throw;
        }
        catch (Exception exception)
        {
            (string code, string message) = exception is SentinelException known
                ? (known.Code, known.Message)
                : ("defect", $"{exception.GetType().Name}: {exception.Message}");
            await rows.EndAsync(run.RunId, (ended, now) => ended.Fail(code, message, now));
            throw;
        }
        finally
        {
            stops.Remove(run.RunId);
            feed.Tell(run.RunId);
        }
    }

    private static TrainModelOptions OptionsOf(TrainingRun run) =>
        JsonSerializer.Deserialize<TrainModelOptions>(run.Options, WebJson.Options)!;
}
