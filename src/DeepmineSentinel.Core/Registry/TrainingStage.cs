namespace DeepmineSentinel.Core.Registry;

/// <summary>What a run is doing, in order.</summary>
public enum TrainingStage
{
    /// <summary>Waits.</summary>
    Waiting,

    /// <summary>Writes and reads back the data.</summary>
    ReadingData,

    /// <summary>Makes samples and fits scalers.</summary>
    PreparingSamples,

    /// <summary>Trains.</summary>
    Training,

    /// <summary>Evaluates the network and every baseline.</summary>
    Evaluating,

    /// <summary>Writes the artifact, reads it back and probes it.</summary>
    Saving,

    /// <summary>Over.</summary>
    Done,
}
