namespace DeepmineSentinel.Core.Predictions.Batches;

/// <summary>States of a batch of predictions. Queued and running are the open ones; from all others but completed it can go on.</summary>
public enum PredictionBatchState
{
    /// <summary>Waits for its turn.</summary>
    Queued,

    /// <summary>Predicts now.</summary>
    Running,

    /// <summary>Every stope that is still there has its answer.</summary>
    Completed,

    /// <summary>Ended with an error; the reason is kept.</summary>
    Failed,

    /// <summary>Stopped by a person; the answers so far are kept.</summary>
    Cancelled,

    /// <summary>Its process ended; the answers so far are kept.</summary>
    Interrupted,
}
