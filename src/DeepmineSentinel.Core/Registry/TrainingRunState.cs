namespace DeepmineSentinel.Core.Registry;

/// <summary>States of a training run. Queued and running are the open ones; the others are final but for resumption.</summary>
public enum TrainingRunState
{
    /// <summary>Waits for its turn.</summary>
    Queued,

    /// <summary>Trains now.</summary>
    Running,

    /// <summary>Done; its model is registered.</summary>
    Completed,

    /// <summary>Ended with an error; the reason is kept. Can be resumed once that is mended.</summary>
    Failed,

    /// <summary>Stopped by a person. Can be resumed.</summary>
    Cancelled,

    /// <summary>Its process ended without a word, which is found at the next start, or the site was shut down. Can be resumed.</summary>
    Interrupted,
}
