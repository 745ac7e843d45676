using DeepmineSentinel.Core.Errors;

namespace DeepmineSentinel.Core.Registry;

/// <summary>One training run from queue to end: a small state machine.</summary>
public sealed class TrainingRun
{
    /// <summary>Longest failure message.</summary>
    public const int MessageLength = 2_000;

    /// <summary>Key.</summary>
    public int Id { get; private set; }

    /// <summary>Run id, given when it is queued; names the folder.</summary>
    public required string RunId { get; init; }

    /// <summary>Who asked.</summary>
    public required TrainingOrigin Origin { get; init; }

    /// <summary>Name of the person or process that asked.</summary>
    public required string RequestedBy { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTime RequestedAt { get; init; }

    /// <summary>Options as JSON.</summary>
    public required string Options { get; init; }

    /// <summary>Network preset.</summary>
    public required string Network { get; init; }

    /// <summary>Epochs asked for.</summary>
    public required int Epochs { get; init; }

    /// <summary>Where it stands.</summary>
    public TrainingRunState State { get; private set; } = TrainingRunState.Queued;

    /// <summary>What it is doing.</summary>
    public TrainingStage Stage { get; private set; } = TrainingStage.Waiting;

    /// <summary>Process that runs it; null while queued.</summary>
    public int? ProcessId { get; private set; }

    /// <summary>Start, or last resumption, UTC; null while queued.</summary>
    public DateTime? StartedAt { get; private set; }

    /// <summary>Time at work before the last resumption; zero: it never was resumed.</summary>
    public TimeSpan WorkedBefore { get; private set; }

    /// <summary>End, UTC; null while open.</summary>
    public DateTime? FinishedAt { get; private set; }

    /// <summary>Last sign of life, UTC.</summary>
    public DateTime? ProgressAt { get; private set; }

    /// <summary>Epochs finished.</summary>
    public int EpochsDone { get; private set; }

    /// <summary>Loss on training stopes, last epoch; null before the first.</summary>
    public double? TrainingLoss { get; private set; }

    /// <summary>Loss on validation stopes, last epoch; null before the first.</summary>
    public double? ValidationLoss { get; private set; }

    /// <summary>Epoch with the best validation loss, from 1; null before the first.</summary>
    public int? BestEpoch { get; private set; }

    /// <summary>Hash of the data; null until read.</summary>
    public string? DataHash { get; private set; }

    /// <summary>Code of the failure; null: none.</summary>
    public string? FailureCode { get; private set; }

    /// <summary>Sentence about the failure; null: none.</summary>
    public string? FailureMessage { get; private set; }

    /// <summary>Whether it is over.</summary>
    public bool IsOver => State is not (TrainingRunState.Queued or TrainingRunState.Running);

    /// <summary>Time at work so far, pauses left out; null: it has not started.</summary>
    /// <param name="now">Present moment, UTC.</param>
    public TimeSpan? TimeAtWork(DateTime now)
    {
        // When it lost its process nobody saw: its last sign of life counts, not the moment that found it dead.
        DateTime until = State == TrainingRunState.Interrupted ? ProgressAt ?? now : FinishedAt ?? now;
        return StartedAt is { } start ? WorkedBefore + Later(until - start)
            : WorkedBefore > TimeSpan.Zero ? WorkedBefore
            : null;
    }

    /// <summary>Queued to running.</summary>
    /// <exception cref="SentinelException">It is not queued.</exception>
    public void Start(DateTime at, int processId)
    {
        Leave(TrainingRunState.Queued, TrainingRunState.Running);
        StartedAt = at;
        ProgressAt = at;
        ProcessId = processId;
        Stage = TrainingStage.ReadingData;
    }

    /// <summary>Says what the run is doing.</summary>
    public void Enter(TrainingStage stage, DateTime at)
    {
        Stage = stage;
        ProgressAt = at;
    }

    /// <summary>Remembers the data.</summary>
    public void Uses(string dataHash) => DataHash = dataHash;

    /// <summary>Reports an epoch.</summary>
    public void Report(TrainingProgress progress, DateTime at)
    {
        EpochsDone = progress.Epoch;
        TrainingLoss = progress.TrainingLoss;
        ValidationLoss = progress.ValidationLoss;
        BestEpoch = progress.BestEpoch;
        ProgressAt = at;
    }

    /// <summary>Running to completed.</summary>
    /// <exception cref="SentinelException">It is not running.</exception>
    public void Complete(DateTime at)
    {
        Leave(TrainingRunState.Running, TrainingRunState.Completed);
        Stage = TrainingStage.Done;
        FinishedAt = at;
    }

    /// <summary>Open to failed.</summary>
    /// <exception cref="SentinelException">It is over already.</exception>
    public void Fail(string code, string message, DateTime at)
    {
        End(TrainingRunState.Failed, at);
        FailureCode = code;
        FailureMessage = message.Length <= MessageLength ? message : message[..MessageLength];
    }

    /// <summary>Open to cancelled.</summary>
    /// <exception cref="SentinelException">It is over already.</exception>
    public void Cancel(DateTime at) => End(TrainingRunState.Cancelled, at);

    /// <summary>Cancelled, interrupted or failed, back into the queue: it goes on from its last checkpoint.</summary>
    /// <exception cref="SentinelException">It is open, or it is completed.</exception>
    public void Resume()
    {
        if (State is not (TrainingRunState.Cancelled or TrainingRunState.Interrupted or TrainingRunState.Failed))
        {
            throw new SentinelException(
                FailureKind.Conflict,
                "run_state",
                $"Run {RunId} is {Word(State)}; it cannot go on."
            );
        }

        WorkedBefore = TimeAtWork(FinishedAt ?? RequestedAt) ?? TimeSpan.Zero;
        StartedAt = null;
        State = TrainingRunState.Queued;
        Stage = TrainingStage.Waiting;
        ProcessId = null;
        FinishedAt = null;
        FailureCode = null;
        FailureMessage = null;
    }

    /// <summary>Running to interrupted: its process is gone.</summary>
    /// <exception cref="SentinelException">It is over already.</exception>
    public void Interrupt(DateTime at) => End(TrainingRunState.Interrupted, at);

    // Clocks are set back now and then.
    private static TimeSpan Later(TimeSpan time) => time > TimeSpan.Zero ? time : TimeSpan.Zero;

    private void End(TrainingRunState state, DateTime at)
    {
        if (IsOver)
        {
            throw new SentinelException(FailureKind.Conflict, "run_over", $"Run {RunId} is {Word(State)} already.");
        }

        State = state;
        FinishedAt = at;
    }

    private void Leave(TrainingRunState from, TrainingRunState to) =>
        State =
            State == from
                ? to
                : throw new SentinelException(
                    FailureKind.Conflict,
                    "run_state",
                    $"Run {RunId} is {Word(State)}, not {Word(from)}."
                );

    private static string Word(TrainingRunState state) => state.ToString().ToLowerInvariant();
}
