using DeepmineSentinel.Core.Errors;
using DeepmineSentinel.Data.Importing.Undoing;

namespace DeepmineSentinel.Web.Services.Importing;

/// <summary>An undo that somebody asked for, from the question to its end.</summary>
internal sealed class AskedUndo(UndoNote note, TimeProvider clock) : IProgress<UndoProgress>
{
    private readonly TaskCompletionSource<UndoReport> end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock gate = new();
    private UndoProgress progress;
    private long? startedAt;
    private SentinelException? failure;

    public UndoNote Note => note;

    /// <summary>Ends with the undo; fails as it fails.</summary>
    public Task<UndoReport> End => end.Task;

    public bool IsOpen => !end.Task.IsCompleted;

    public UndoState State
    {
        get
        {
            lock (gate)
            {
                return new UndoState
                {
                    Stage =
                        failure is not null ? UndoStage.Failed
                        : startedAt is null ? UndoStage.Waiting
                        : UndoStage.Running,
                    Note = note,
                    Progress = progress,
                    TimeLeft = Left(),
                    Failure = failure,
                };
            }
        }
    }

    public void Start()
    {
        lock (gate)
        {
            startedAt = clock.GetTimestamp();
        }
    }

    public void Report(UndoProgress value)
    {
        lock (gate)
        {
            progress = value;
        }
    }

    public void Done(UndoReport report) => end.TrySetResult(report);

    public void Fail(SentinelException why)
    {
        lock (gate)
        {
            failure = why;
        }

        end.TrySetException(why);
        // Nobody may be waiting any more; the page tells of it.
        _ = end.Task.Exception;
    }

    private TimeSpan? Left() =>
        startedAt is { } since && progress.Done > 0
            ? clock.GetElapsedTime(since) * ((double)(progress.Total - progress.Done) / progress.Done)
            : null;
}
