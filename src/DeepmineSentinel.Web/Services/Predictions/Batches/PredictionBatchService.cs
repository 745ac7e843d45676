using System.Collections.Concurrent;
using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Core.Predictions.Batches;

namespace DeepmineSentinel.Web.Services.Predictions.Batches;

/// <summary>Queues, runs, resumes and stops batches of predictions, and sees every one through to its last state.</summary>
public sealed class PredictionBatchService : IDisposable
{
    private readonly PredictionBatchIntake intake;
    private readonly PredictionBatchRows rows;
    private readonly PredictionBatchRunner runner;
    private readonly ConcurrentDictionary<int, CancellationTokenSource> stops = new();
    private readonly SemaphoreSlim arrivals = new(0);

    internal PredictionBatchService(
        PredictionBatchIntake intake,
        PredictionBatchRows rows,
        PredictionBatchRunner runner
    ) => (this.intake, this.rows, this.runner) = (intake, rows, runner);

    /// <summary>Puts a batch into the queue of the site; the same request sent again gives the same batch.</summary>
    /// <exception cref="SentinelException">
    /// <c>batch_empty</c>, <c>batch_too_large</c>, <c>as_of_in_future</c>, <c>run_not_found</c>, <c>stope_not_found</c>,
    /// <c>queue_full</c>.
    /// </exception>
    public async Task<PredictionBatch> SubmitAsync(PredictionBatchRequest request, CancellationToken cancellationToken)
    {
        PredictionBatch batch = await intake.AddAsync(request, cancellationToken);
        arrivals.Release();
        return batch;
    }

    /// <summary>Stops a batch: a queued one at once, one at work after the stopes it is at. The answers so far are kept.</summary>
    /// <exception cref="SentinelException">No such batch, or it is over.</exception>
    public async Task CancelAsync(int id, CancellationToken cancellationToken)
    {
        await rows.MoveAsync(id, (batch, now) => batch.Cancel(now), cancellationToken);
        if (stops.TryGetValue(id, out CancellationTokenSource? stop))
        {
            try
            {
                await stop.CancelAsync();
            }
            catch (ObjectDisposedException)
            {
                // It ended at this very moment.
            }
        }
    }

    /// <summary>Puts a stopped batch back into the queue: it goes on with the stopes that wait.</summary>
    /// <exception cref="SentinelException">No such batch, it is open or completed.</exception>
    public async Task ResumeAsync(int id, CancellationToken cancellationToken)
    {
        await rows.MoveAsync(id, (batch, _) => batch.Resume(), cancellationToken);
        arrivals.Release();
    }

    /// <summary>Batches left running by a process that is gone become interrupted.</summary>
    internal Task InterruptLostAsync(CancellationToken cancellationToken) => rows.InterruptLostAsync(cancellationToken);

    /// <summary>Takes the oldest queued batch and sees it through; null: there was none.</summary>
    /// <exception cref="OperationCanceledException">The site shuts down before there is one.</exception>
    internal async Task<PredictionBatch?> RunNextAsync(CancellationToken cancellationToken)
    {
        if (await rows.TakeAsync(cancellationToken) is not { } batch)
        {
            return null;
        }

        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        stops[batch.Id] = stop;
        try
        {
            return await runner.RunAsync(batch, stop.Token)
                ? await EndAsync(batch.Id, (ended, now) => ended.Complete(now))
                : await rows.CountAsync(batch.Id);
        }
        catch (OperationCanceledException)
        {
            await EndAsync(batch.Id, (ended, now) => ended.Interrupt(now));
            return await rows.CountAsync(batch.Id);
        }
        catch (SentinelException known)
        {
            return await EndAsync(batch.Id, (ended, now) => ended.Fail(known.Code, known.Message, now));
        }
        catch (Exception defect)
        {
            await EndAsync(
                batch.Id,
                (ended, now) => ended.Fail("defect", "This is a defect; the site's log has the details.", now)
            );
            throw new InvalidOperationException($"Batch {batch.Id} failed by a defect.", defect);
        }
        finally
        {
            stops.TryRemove(batch.Id, out _);
        }
    }

    /// <summary>Waits until a batch is queued, or the time is over.</summary>
    internal Task WaitForArrivalAsync(TimeSpan longest, CancellationToken cancellationToken) =>
        arrivals.WaitAsync(longest, cancellationToken);

    public void Dispose() => arrivals.Dispose();

    // Whoever stopped it has written so already, and may have let it go on since; the last state is written whatever else is
    // being cancelled.
    private Task<PredictionBatch> EndAsync(int id, Action<PredictionBatch, DateTime> move) =>
        rows.MoveAsync(
            id,
            (batch, now) =>
            {
                if (batch.State == PredictionBatchState.Running)
                {
                    move(batch, now);
                }
            },
            CancellationToken.None
        );
}
