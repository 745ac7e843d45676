using DeepmineSentinel.Core.Errors;

namespace DeepmineSentinel.Core.Predictions.Batches;

/// <summary>Predictions of many stopes asked for at once: a small state machine.</summary>
public sealed class PredictionBatch
{
    /// <summary>Longest text that says how the stopes were chosen.</summary>
    public const int SelectionLength = 500;

    /// <summary>Longest failure message.</summary>
    public const int MessageLength = 2_000;

    /// <summary>Longest key of a request.</summary>
    public const int RequestKeyLength = 64;

    /// <summary>Key.</summary>
    public int Id { get; private set; }

    /// <summary>Key of the request, so that one sent twice is one batch; null: it has none.</summary>
    public string? RequestKey { get; init; }

    /// <summary>Who asked.</summary>
    public required string RequestedBy { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTime RequestedAt { get; init; }

    /// <summary>How the stopes were chosen, in words.</summary>
    public required string Selection { get; init; }

    /// <summary>The moment asked about, UTC; null: each stope's newest reading.</summary>
    public required DateTime? AsOf { get; init; }

    /// <summary>Run that is to answer; null: whatever answers everywhere.</summary>
    public required string? RunId { get; init; }

    /// <summary>Stopes asked about.</summary>
    public required int Stopes { get; init; }

    /// <summary>Stopes that are done: answered, or found gone.</summary>
    public int Done { get; private set; }

    /// <summary>Where it stands.</summary>
    public PredictionBatchState State { get; private set; } = PredictionBatchState.Queued;

    /// <summary>Process that works on it; null while queued.</summary>
    public int? ProcessId { get; private set; }

    /// <summary>Start, or last resumption, UTC; null while queued.</summary>
    public DateTime? StartedAt { get; private set; }

    /// <summary>Stopes that were done at that start.</summary>
    public int DoneAtStart { get; private set; }

    /// <summary>Last sign of life, UTC.</summary>
    public DateTime? ProgressAt { get; private set; }

    /// <summary>End, UTC; null while open.</summary>
    public DateTime? FinishedAt { get; private set; }

    /// <summary>Code of the failure; null: none.</summary>
    public string? FailureCode { get; private set; }

    /// <summary>Sentence about the failure; null: none.</summary>
    public string? FailureMessage { get; private set; }

    /// <summary>Whether it is over.</summary>
    public bool IsOver => State is not (PredictionBatchState.Queued or PredictionBatchState.Running);

    /// <summary>Whether it can go on where it stopped.</summary>
    public bool CanResume => IsOver && State != PredictionBatchState.Completed;

    /// <summary>Whether answers become the stopes' latest: only those about now, by what answers everywhere.</summary>
    public bool IsLatest => AsOf is null && RunId is null;

    /// <summary>Share of the stopes that is done, 0 to 1.</summary>
    public double Share => Stopes == 0 ? 1 : Math.Clamp((double)Done / Stopes, 0, 1);

    /// <summary>Time left at the pace so far; null: it does not run, or nothing can be said yet.</summary>
    public TimeSpan? TimeLeft =>
        State == PredictionBatchState.Running
        && StartedAt is { } start
        && ProgressAt is { } now
        && now > start
        && Done > DoneAtStart
            ? (now - start) / (Done - DoneAtStart) * (Stopes - Done)
            : null;

    /// <summary>Queued to running.</summary>
    /// <exception cref="SentinelException">It is not queued.</exception>
    public void Start(DateTime at, int processId)
    {
        Leave(PredictionBatchState.Queued, PredictionBatchState.Running);
        StartedAt = at;
        ProgressAt = at;
        DoneAtStart = Done;
        ProcessId = processId;
    }

    /// <summary>Says how far it has come.</summary>
    public void Report(int done, DateTime at)
    {
        Done = done;
        ProgressAt = at;
    }

    /// <summary>Running to completed.</summary>
    /// <exception cref="SentinelException">It is not running.</exception>
    public void Complete(DateTime at)
    {
        Leave(PredictionBatchState.Running, PredictionBatchState.Completed);
        Done = Stopes;
        FinishedAt = at;
    }

    /// <summary>Open to failed.</summary>
    /// <exception cref="SentinelException">It is over already.</exception>
    public void Fail(string code, string message, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(message);
        End(PredictionBatchState.Failed, at);
        FailureCode = code;
        FailureMessage = message.Length <= MessageLength ? message : message[..MessageLength];
    }

    /// <summary>Open to cancelled.</summary>
    /// <exception cref="SentinelException">It is over already.</exception>
    public void Cancel(DateTime at) => End(PredictionBatchState.Cancelled, at);

    /// <summary>Open to interrupted: its process ends or is gone.</summary>
    /// <exception cref="SentinelException">It is over already.</exception>
    public void Interrupt(DateTime at) => End(PredictionBatchState.Interrupted, at);

    /// <summary>Back into the queue: what is done stays done.</summary>
    /// <exception cref="SentinelException">It is open, or it is completed.</exception>
    public void Resume()
    {
        if (!CanResume)
        {
            throw Refused($"Batch {Id} is {Word(State)}; it cannot go on.");
        }

        State = PredictionBatchState.Queued;
        ProcessId = null;
        StartedAt = null;
        FinishedAt = null;
        FailureCode = null;
        FailureMessage = null;
    }

    private void End(PredictionBatchState state, DateTime at)
    {
        if (IsOver)
        {
            throw Refused($"Batch {Id} is {Word(State)} already.");
        }

        State = state;
        FinishedAt = at;
    }

    private void Leave(PredictionBatchState from, PredictionBatchState to) =>
        State = State == from ? to : throw Refused($"Batch {Id} is {Word(State)}, not {Word(from)}.");

    private static SentinelException Refused(string message) =>
        new(FailureKind.Conflict, "prediction_batch_state", message);

    private static string Word(PredictionBatchState state) => state.ToString().ToLowerInvariant();
}
