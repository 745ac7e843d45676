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

    /// <summary>Ended with an error; the reason is kept.</summary>
    Failed,

    /// <summary>Stopped by a person.</summary>
    Cancelled,

    /// <summary>Its process ended without a word; found so at the next start.</summary>
    Interrupted,
}
